import type { EndpointReport } from '../../run/index.ts';
import type { Attempt } from './attempt.ts';

/** A row for the report, as far as the attempt has got. */
export function endpointReport(attempt: Attempt, winner: Attempt | null): EndpointReport {
  const { endpoint, seen } = attempt;
  const result = attempt.result();
  const { keywords, mechanisms } = attempt.offered();
  const code = result !== null && !result.ok ? result.error.code : null;
  // An attempt that was given up has nothing wrong with it that anybody knows of.
  const unfinished = result === null || code === 'run.cancelled';
  return {
    port: endpoint.port,
    security: endpoint.security,
    state: attempt === winner ? 'chosen' : unfinished ? 'not-finished' : code === null ? 'usable' : 'unusable',
    address: seen.address,
    greeting: seen.greeting,
    extensions: [...keywords],
    mechanisms: [...mechanisms],
    tls: seen.tls,
    duration: attempt.duration(),
    problem: unfinished ? null : code,
  };
}
