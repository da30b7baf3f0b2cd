import type { OsDnsConfig } from '../../src/platform/index.ts';

/** A machine that knows nothing of DNS but one server; tests add what matters to them. */
export function anOsDnsConfig(changes: Partial<OsDnsConfig> = {}): OsDnsConfig {
  return {
    servers: [{ address: '127.0.0.1', port: 53, source: 'test' }],
    search: [],
    ndots: 1,
    timeout: 2_000,
    attempts: 2,
    rotate: false,
    machineDomain: null,
    scoped: [],
    notes: [],
    source: 'test',
    ...changes,
  };
}
