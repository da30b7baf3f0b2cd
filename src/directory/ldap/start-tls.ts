import type { Socket } from 'node:net';
import { deadline, err, ok, type Problem, type Result, times } from '../../core/index.ts';
import { netProblem, netTimeout, peerName } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import type { Step } from '../../run/index.ts';
import { splitMessages } from './framing.ts';
import { describeResult, failureText, protocolError, resultCode, resultProblem } from './problem.ts';
import { startTlsRequest } from './request.ts';
import { readResponse } from './response.ts';
import type { SessionPlace } from './session.ts';

const requestId = 1;
/** Bytes; the response is a result code and a line of text. */
const responseLimit = 16 * 1024;

/**
 * Asks a server on a fresh connection to go over to TLS (RFC 4511 4.14). It must answer with exactly one response, and
 * not a byte may follow that: it would have come without the protection of TLS and be read as if it had it.
 *
 * @returns when the next byte on the socket belongs to the TLS handshake; on failure the socket is destroyed
 */
export function startTls(
  socket: Socket,
  place: SessionPlace,
  { step, signal }: { readonly step: Pick<Step, 'exchange' | 'line'>; readonly signal: AbortSignal },
): Promise<Result<null, Problem>> {
  const peer = peerName(place.address, place.port);
  const limit = deadline(signal, times.tlsHandshake);
  const splitter = splitMessages(responseLimit);
  const done = step.exchange('ldap', peer, 'StartTLS');
  step.line('ldap', peer, 'sent', 'ExtendedRequest StartTLS');
  return new Promise((resolve) => {
    const finish = (result: Result<null, Problem>) => {
      limit.clear();
      limit.signal.removeEventListener('abort', onEnd);
      socket.removeListener('data', onData);
      socket.removeListener('error', onError);
      socket.removeListener('close', onClose);
      socket.pause();
      if (!result.ok) socket.destroy();
      done(result.ok ? 'success' : failureText(result.error));
      resolve(result);
    };
    const onData = (chunk: Buffer) => {
      const messages = splitter.take(chunk);
      if (!messages.ok) return finish(err(protocolError(place.host, messages.error)));
      const [first, ...others] = messages.value;
      if (first === undefined) return;
      const surplus = others.reduce((sum, { length }) => sum + length, splitter.pending);
      finish(surplus > 0 ? err(injected(place, surplus)) : judge(first, place));
    };
    const onError = (error: Error) => finish(err(netProblem(error, place)));
    const onClose = () => finish(err(refused(place, 'the connection was closed')));
    const onEnd = () => finish(err(netTimeout(place, limit.signal)));
    socket.on('data', onData);
    socket.once('error', onError);
    socket.once('close', onClose);
    if (limit.signal.aborted) return onEnd();
    limit.signal.addEventListener('abort', onEnd, { once: true });
    socket.write(startTlsRequest(requestId));
  });
}

function judge(bytes: Buffer, place: SessionPlace): Result<null, Problem> {
  const message = readResponse(bytes);
  if (!message.ok) return err(protocolError(place.host, message.error));
  const { id, response } = message.value;
  if (id !== requestId || response.kind !== 'extended')
    return err(protocolError(place.host, `a ${response.kind} response to request ${id} in answer to StartTLS`));
  const { result } = response;
  if (result.code === resultCode.success) return ok(null);
  const cause = resultProblem(result, place.host);
  return err(refused(place, describeResult(result), cause.code === 'ldap.unavailable' ? cause : undefined));
}

function refused({ host }: SessionPlace, evidence: string, cause?: Problem): Problem {
  return problem('ldap.start-tls-refused', { host }, { evidence: [evidence], cause });
}

function injected({ host }: SessionPlace, surplus: number): Problem {
  return protocolError(host, `${surplus} bytes came after the StartTLS response, before TLS`);
}
