import type { TLSSocket } from 'node:tls';
import { cutList, deadline, err, type Problem, type Result, type Secret, times } from '../../core/index.ts';
import { netProblem, netTimeout, peerName } from '../../net/index.ts';
import type { Step } from '../../run/index.ts';
import { type Entry, toEntry } from './entry.ts';
import { type Answer, answerLimit, collectAnswers } from './exchange.ts';
import { filterText } from './filter.ts';
import { splitMessages } from './framing.ts';
import { describeResult, failureText, protocolError } from './problem.ts';
import { bindRequest, type SearchQuestion, searchRequest, unbindRequest } from './request.ts';
import { type LdapResult, readResponse } from './response.ts';

export interface SearchAnswer {
  readonly result: LdapResult;
  readonly entries: readonly Entry[];
  /** URIs of other places to search. They are reported, never followed. */
  readonly references: readonly string[];
}

/** A server can refer to a hundred thousand places in one answer. */
const mostReferences = 20;

type Talk = Pick<Step, 'exchange' | 'line' | 'signal'>;

/**
 * One LDAP connection over verified TLS. It never connects again: when its socket is gone, every operation answers
 * with a `net.…` problem. An operation that outlasts its deadline ends the connection.
 */
export interface LdapSession {
  readonly host: string;
  /** `address:port` */
  readonly peer: string;
  /** A simple bind; the result is the server's, whatever it is. The password must be usable. */
  bind(name: string, password: Secret, step: Talk): Promise<Result<LdapResult, Problem>>;
  search(question: SearchQuestion, step: Talk): Promise<Result<SearchAnswer, Problem>>;
  close(): void;
}

export interface SessionPlace {
  readonly host: string;
  readonly address: string;
  readonly port: number;
}

/** Speaks LDAP (RFC 4511) over a TLS socket whose certificate was judged good. */
export function openSession(socket: TLSSocket, place: SessionPlace): LdapSession {
  const { host, address, port } = place;
  const peer = peerName(address, port);
  const answers = collectAnswers(host);
  const splitter = splitMessages(answerLimit);
  let lastId = 0;
  let ended: Problem | null = null;
  let mask = (text: string) => text;

  const end = (found: Problem) => {
    ended ??= found;
    socket.destroy();
    answers.fail(ended);
  };
  const onData = (chunk: Buffer) => {
    const messages = splitter.take(chunk);
    if (!messages.ok) return end(protocolError(host, messages.error));
    for (const bytes of messages.value) {
      const message = readResponse(bytes);
      const found = message.ok ? answers.take(message.value, bytes.length) : protocolError(host, message.error);
      if (found !== null) return end(found);
    }
  };
  socket.on('data', onData);
  socket.on('error', (error) => end(netProblem(error, place)));
  socket.on('close', () => end(netProblem(connectionLost(), place)));

  const ask = async (ends: 'bind' | 'done', encode: (id: number) => Buffer, { signal }: Pick<Step, 'signal'>) => {
    if (ended !== null) return err(ended);
    const limit = deadline(signal, times.ldapOperation);
    const onEnd = () => end(netTimeout(place, limit.signal));
    if (limit.signal.aborted) onEnd();
    else limit.signal.addEventListener('abort', onEnd, { once: true });
    const answer = await new Promise<Result<Answer, Problem>>((settle) => {
      if (ended !== null) return settle(err(ended));
      lastId += 1;
      answers.wait(lastId, { ends, settle });
      socket.write(encode(lastId));
    });
    limit.clear();
    limit.signal.removeEventListener('abort', onEnd);
    return answer;
  };

  return {
    host,
    peer,
    async bind(name, password, step) {
      mask = (text) => password.maskedIn(text);
      step.line('ldap', peer, 'sent', `BindRequest simple ${name} (password not shown)`);
      const done = step.exchange('ldap', peer, `bind as ${name}`);
      const answer = await ask('bind', (id) => bindRequest(id, name, password.reveal()), step);
      const masked = maskAnswer(answer, mask);
      done(masked.ok ? outcomeText(masked.value) : failureText(masked.error));
      if (masked.ok) step.line('ldap', peer, 'received', `BindResponse ${describeResult(masked.value)}`);
      return masked;
    },
    async search(question, step) {
      const asked = `search ${question.scope} of ${question.base || 'the root'} for ${filterText(question.filter)}`;
      step.line('ldap', peer, 'sent', `SearchRequest ${asked}`);
      const done = step.exchange('ldap', peer, asked);
      const answer = await ask('done', (id) => searchRequest(id, question), step);
      const result = maskAnswer(answer, mask);
      if (!answer.ok || !result.ok) {
        done(result.ok ? '' : failureText(result.error));
        return err(result.ok ? protocolError(host, 'no result') : result.error);
      }
      const entries = answer.value.entries.map((entry) => toEntry(entry, question.attributes, mask));
      const references = answer.value.references.map(mask);
      const found = `${outcomeText(result.value)}, entries: ${entries.length}`;
      done(found);
      step.line('ldap', peer, 'received', `SearchResultDone ${found}`);
      for (const uri of cutList(references, mostReferences))
        step.line('ldap', peer, 'note', `refers to ${uri} (not followed)`);
      return { ok: true, value: { result: result.value, entries, references } };
    },
    close() {
      if (ended !== null) return;
      ended = netProblem(connectionLost(), place);
      answers.fail(ended);
      socket.end(unbindRequest(lastId + 1), () => socket.destroy());
    },
  };
}

/** What a server says in words, without the secret that it may have put into them. */
function maskAnswer(answer: Result<Answer, Problem>, mask: (text: string) => string): Result<LdapResult, Problem> {
  if (!answer.ok) return err({ ...answer.error, evidence: answer.error.evidence.map(mask) });
  const { code, matchedDn, message, referrals } = answer.value.result;
  return {
    ok: true,
    value: { code, matchedDn: mask(matchedDn), message: mask(message), referrals: referrals.map(mask) },
  };
}

function outcomeText(result: LdapResult): string {
  return result.code === 0 ? 'success' : describeResult(result);
}

function connectionLost(): Error {
  return Object.assign(new Error('the connection was closed'), { code: 'ECONNRESET' });
}
