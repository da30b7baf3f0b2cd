import { endedByDeadline, type Owner, type Problem } from '../core/index.ts';
import { problem } from '../problems/index.ts';

export interface Place {
  readonly host: string;
  readonly port: number;
  /** Whose server it is, where the catalogue's owner would be wrong. */
  readonly owner?: Owner | undefined;
}

const codes: Readonly<Record<string, 'net.refused' | 'net.timeout' | 'net.unreachable' | 'net.reset'>> = {
  ECONNREFUSED: 'net.refused',
  ETIMEDOUT: 'net.timeout',
  EHOSTUNREACH: 'net.unreachable',
  ENETUNREACH: 'net.unreachable',
  EHOSTDOWN: 'net.unreachable',
  ENETDOWN: 'net.unreachable',
  EADDRNOTAVAIL: 'net.unreachable',
  EAFNOSUPPORT: 'net.unreachable',
  EACCES: 'net.unreachable',
  EPERM: 'net.unreachable',
  ECONNRESET: 'net.reset',
  ECONNABORTED: 'net.reset',
  EPIPE: 'net.reset',
};

/** Every way in which a socket can fail, as a problem. Total: what nobody mapped is `net.unexpected`. */
export function netProblem(error: unknown, { host, port }: Place, signal?: AbortSignal): Problem {
  if (signal?.aborted) return netTimeout({ host, port }, signal);
  const { code, message } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : { code: '', message: String(error) };
  return problem(codes[code ?? ''] ?? 'net.unexpected', { host, port }, { evidence: [message] });
}

/** A wait that its own deadline, the run's, or the person ended. */
export function netTimeout({ host, port }: Place, signal: AbortSignal): Problem {
  return endedByDeadline(signal) ? problem('net.timeout', { host, port }) : problem('run.cancelled', {});
}
