import type { Socket } from 'node:net';
import { type DetailedPeerCertificate, type TLSSocket, connect as tlsConnect } from 'node:tls';
import { deadline, err, ok, type Problem, type Result, times } from '../core/index.ts';
import { problem } from '../problems/index.ts';
import type { Step, TlsReport } from '../run/index.ts';
import { isAddress } from './address.ts';
import { certificateFacts } from './certificate.ts';
import { peerName } from './connect.ts';
import { judgeCertificate } from './judge.ts';
import { netProblem, type Place } from './problem.ts';
import type { Trust } from './trust.ts';

export interface TlsSession {
  readonly socket: TLSSocket;
  readonly facts: TlsReport;
}

/** A handshake that did not end in a session to be trusted; `facts` is what could be seen all the same. */
export interface TlsFailure {
  readonly problem: Problem;
  readonly facts: TlsReport | null;
}

/**
 * Puts TLS over a connected socket and judges the peer, before a byte of ours goes through it.
 *
 * @param place `host` is the name that the certificate must match, and the SNI (RFC 6066)
 */
export function secure(
  socket: Socket,
  place: Place,
  trust: Trust,
  { step, signal }: { readonly step: Pick<Step, 'exchange'>; readonly signal: AbortSignal },
): Promise<Result<TlsSession, TlsFailure>> {
  const { host } = place;
  const limit = deadline(signal, times.tlsHandshake);
  const done = step.exchange('tls', peerName(socket.remoteAddress ?? host, place.port), `handshake for ${host}`);
  return new Promise((resolve) => {
    const session = tlsConnect({
      socket,
      secureContext: trust.context,
      ...(!isAddress(host) && { servername: host }),
      // The verdict is ours, in `judge.ts`: it needs the certificate as evidence, which a refusal by Node would hide.
      // Until the verdict, nobody else has this socket; with a bad one, nobody ever gets it.
      rejectUnauthorized: false,
    });
    let turn: NodeJS.Immediate | undefined;
    const finish = (result: Result<TlsSession, TlsFailure>, said: string, roundTrips = 1) => {
      clearImmediate(turn);
      limit.clear();
      limit.signal.removeEventListener('abort', onEnd);
      session.removeListener('error', onError);
      session.removeListener('close', onClose);
      session.on('error', () => {});
      if (!result.ok) session.destroy();
      done(said, roundTrips);
      resolve(result);
    };
    const fail = (found: Problem, said: string, roundTrips = 1) =>
      finish(err({ problem: found, facts: null }), said, roundTrips);
    const onError = (error: Error) => fail(handshakeProblem(error, place), error.message);
    const onClose = () => fail(handshakeProblem(new Error('the connection was closed'), place), 'closed');
    const onEnd = () => fail(netProblem(null, place, limit.signal), 'no answer', 0);
    session.once('error', onError);
    session.once('close', onClose);
    const judge = () => {
      const certificate = session.getPeerCertificate(true);
      const verifyError = session.authorized ? null : String(session.authorizationError);
      const found = judgeCertificate(certificate, verifyError, place);
      const facts = factsOf(session, certificate, found === null);
      const said = `${facts.protocol} ${facts.cipher}${found === null ? '' : `, ${found.code}`}`;
      const roundTrips = facts.protocol === 'TLSv1.3' ? 1 : 2;
      finish(found === null ? ok({ socket: session, facts }) : err({ problem: found, facts }), said, roundTrips);
    };
    // Not in the call that reports the handshake: Node crashes when the TCP socket below is destroyed inside of it and
    // the TLS one after it, as happens when a run ends with this very handshake.
    session.once('secureConnect', () => {
      turn = setImmediate(judge);
    });
    if (limit.signal.aborted) onEnd();
    else limit.signal.addEventListener('abort', onEnd, { once: true });
  });
}

function factsOf(session: TLSSocket, certificate: DetailedPeerCertificate, verified: boolean): TlsReport {
  const known = Object.keys(certificate).length > 0;
  return {
    protocol: session.getProtocol() ?? 'unknown',
    cipher: session.getCipher().name,
    certificate: known ? certificateFacts(certificate, verified) : null,
  };
}

function handshakeProblem(error: Error, place: Place): Problem {
  const { host, port, owner } = place;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (/KEY_TOO_SMALL|MD_TOO_WEAK|DH_KEY_TOO_SMALL/i.test(`${code} ${error.message}`)) {
    return problem('tls.weak', { host, what: error.message }, { evidence: [error.message], owner });
  }
  const cause = /^E[A-Z]+$/.test(code) ? netProblem(error, place) : undefined;
  return problem('tls.handshake-failed', { host, port }, { evidence: [error.message], cause, owner });
}
