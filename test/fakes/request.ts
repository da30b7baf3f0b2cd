import { type ChainRequest, registeredPorts } from '../../src/chain/request.ts';

/** A request that asks for nothing in particular; tests say what matters to them. */
export function aRequest(changes: Partial<ChainRequest> = {}): ChainRequest {
  return {
    goal: 'diagnose',
    server: 'mail',
    user: 'alice@corp.example',
    domain: null,
    site: null,
    destination: null,
    to: [],
    from: null,
    readBack: false,
    message: { subject: null, text: null, attachments: [], dsn: false, requireTls: false },
    send: true,
    relayUser: null,
    dns: [],
    compareDns: [],
    search: null,
    ca: null,
    endpoint: { port: null, security: null },
    ports: registeredPorts,
    approvedDomains: [],
    allowHttp: false,
    tellAddress: false,
    validatingResolvers: [],
    timeout: 30_000,
    ...changes,
  };
}
