import type { Log } from '../../electron/logs/index.ts';

/** A log that is read by a test. */
export function fakeLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const write = (sentence: string, facts = {}) => void lines.push(`${sentence} ${JSON.stringify(facts)}`);
  return { lines, info: write, warn: write, error: write };
}
