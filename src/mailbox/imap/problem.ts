import { cutText, type Problem } from '../../core/index.ts';
import { netProblem, netTimeout } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import type { Peer } from '../session/session.ts';

/** The library's errors for a connection that is gone. */
const closed = /^(?:EConnectionClosed|NoConnection|ClosedAfterConnect\w*|StateLogout)$/;

/** Every way in which the library fails, as a problem. Total: what nobody mapped is an answer that cannot be believed. */
export function imapProblem(error: unknown, peer: Peer, mask: (text: string) => string, signal: AbortSignal): Problem {
  const { host, port } = peer;
  if (signal.aborted) return netTimeout({ host, port }, signal);
  const code = fieldOf(error, 'code');
  const said = [fieldOf(error, 'response'), error instanceof Error ? error.message : String(error)];
  const evidence = [cutText(mask(said.find((text) => text !== '') ?? ''), 1_024)];
  if (closed.test(code)) return problem('net.reset', { host, port }, { evidence });
  if (/^E[A-Z]+$/.test(code)) return { ...netProblem(error, { host, port }), evidence };
  if (fieldOf(error, 'responseStatus') === 'NO') return problem('imap.service-unavailable', { host }, { evidence });
  return problem('imap.protocol-error', { host, expected: 'an answer' }, { evidence });
}

/** Response codes (RFC 5530) of servers that did not get to an answer about the password. */
const undecided = ['UNAVAILABLE', 'SERVERBUG', 'LIMIT', 'INUSE', 'CONTACTADMIN'];

/** What a sign-in that failed means: the server's tagged NO or BAD, or anything else. */
export function signInProblem(
  error: unknown,
  peer: Peer,
  user: string,
  mask: (text: string) => string,
  signal: AbortSignal,
): Problem {
  const found = imapProblem(error, peer, mask, signal);
  const isRefusal = error instanceof Error && 'authenticationFailed' in error && error.authenticationFailed === true;
  if (!isRefusal || signal.aborted) return found;
  const { evidence } = found;
  const { host } = peer;
  return undecided.includes(fieldOf(error, 'serverResponseCode'))
    ? problem('imap.auth-unavailable', { host }, { evidence })
    : problem('imap.auth-rejected', { user, host }, { evidence });
}

function fieldOf(error: unknown, name: string): string {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : '';
}
