import { describe, expect, it } from 'vitest';
import { EndedError, type Problem } from '../../../src/core/index.ts';
import type { Loss } from '../../../src/net/index.ts';
import { problem } from '../../../src/problems/index.ts';
import { authProblem } from '../../../src/submission/auth/authenticate.ts';
import { noEndpoint } from '../../../src/submission/endpoints/verdict.ts';
import { lossProblem, replyProblem } from '../../../src/submission/session/problem.ts';
import { recipientProblem, senderProblem } from '../../../src/submission/transaction/judge-reply.ts';
import { address } from '../../fakes/addresses.ts';

const place = { host: 'mail.corp.example', port: 587 };
const withCode = (code: string) => Object.assign(new Error(code), { code });

function aborted(reason: 'deadline' | 'cancelled'): AbortSignal {
  const controller = new AbortController();
  controller.abort(new EndedError(reason));
  return controller.signal;
}

describe('a lost session', () => {
  it.each<[Loss, string]>([
    [{ kind: 'closed', error: null }, 'net.reset'],
    [{ kind: 'closed', error: withCode('ECONNRESET') }, 'net.reset'],
    [{ kind: 'closed', error: withCode('EPIPE') }, 'net.reset'],
    [{ kind: 'closed', error: withCode('ETIMEDOUT') }, 'net.timeout'],
    [{ kind: 'closed', error: withCode('ERR_SSL_WRONG') }, 'net.unexpected'],
    [{ kind: 'ended', signal: aborted('deadline') }, 'net.timeout'],
    [{ kind: 'ended', signal: aborted('cancelled') }, 'run.cancelled'],
    [{ kind: 'garbage', line: 'x' }, 'smtp.protocol-error'],
    [{ kind: 'unsolicited', line: 'x' }, 'smtp.protocol-error'],
  ])('%o is %s', (loss, code) => {
    expect(lossProblem(loss, place, 'something').code).toBe(code);
  });
});

describe('a reply that ends a session', () => {
  it.each([
    [421, 'smtp.service-unavailable'],
    [450, 'smtp.service-unavailable'],
    [554, 'smtp.service-unavailable'],
    [500, 'smtp.protocol-error'],
    [502, 'smtp.protocol-error'],
    [250, 'smtp.protocol-error'],
    [354, 'smtp.protocol-error'],
  ])('%i is %s', (code, expected) => {
    expect(replyProblem({ code, lines: ['x'] }, place, 'y').code).toBe(expected);
  });
});

const question = {
  host: place.host,
  sender: address('alice@corp.example'),
  recipient: address('bob@partner.example'),
  limit: null,
};

describe('a reply to RCPT', () => {
  it.each<['internal' | 'external', number, string, string | undefined]>([
    ['external', 250, '2.1.5 Ok', undefined],
    ['external', 251, 'User not local; will forward', undefined],
    ['external', 252, 'Cannot VRFY', undefined],
    ['external', 550, '5.7.1 Access denied', 'smtp.relay-denied'],
    ['external', 550, '5.7.1 Relaying denied', 'smtp.relay-denied'],
    ['external', 530, '5.7.0 Authentication required', 'smtp.relay-denied'],
    ['external', 551, 'User not local; we do not relay', 'smtp.relay-denied'],
    ['internal', 550, '5.7.1 Access denied', 'smtp.recipient-refused'],
    ['internal', 550, '5.1.1 Unknown', 'smtp.recipient-refused'],
    ['external', 550, '5.1.1 Unknown', 'smtp.recipient-refused'],
    [
      'external',
      554,
      '5.7.1 <bob@partner.example>: Recipient address rejected: sender not trusted',
      'smtp.recipient-refused',
    ],
    ['external', 550, '5.1.8 Sender address does not resolve', 'smtp.sender-refused'],
    ['external', 553, '5.6.7 Non-ASCII address', 'smtp.unicode-not-supported'],
    ['external', 552, '5.2.2 Mailbox full', 'smtp.recipient-refused'],
    ['external', 552, 'Too much', 'smtp.too-large'],
    ['external', 421, '4.3.2 Shutting down', 'smtp.service-unavailable'],
    ['external', 452, '4.5.3 Too many recipients', 'smtp.service-unavailable'],
    ['external', 451, '4.3.0 Temporary lookup failure', 'smtp.service-unavailable'],
    ['external', 450, '4.7.1 Try later', 'smtp.greylisted'],
    ['external', 451, 'Greylisted, see postgrey', 'smtp.greylisted'],
    ['external', 220, 'hello', 'smtp.protocol-error'],
    ['external', 354, 'go', 'smtp.protocol-error'],
  ])('(%s) %i %s is %s', (scope, code, text, expected) => {
    expect(recipientProblem({ code, lines: [text] }, { ...question, scope })?.code).toBe(expected);
  });
});

describe('a reply to MAIL', () => {
  it.each<[number, string, string | undefined]>([
    [250, '2.1.0 Ok', undefined],
    [550, '5.7.1 Not you', 'smtp.sender-refused'],
    [553, '5.1.8 Domain of sender does not exist', 'smtp.sender-refused'],
    [501, '5.1.7 Bad sender address syntax', 'smtp.sender-refused'],
    [552, '5.3.4 Too big', 'smtp.too-large'],
    [550, '5.6.7 SMTPUTF8 needed', 'smtp.unicode-not-supported'],
    [555, '5.5.4 Unsupported option', 'smtp.protocol-error'],
    [503, '5.5.1 Bad sequence', 'smtp.protocol-error'],
    [354, 'go', 'smtp.protocol-error'],
    [421, '4.3.2 Bye', 'smtp.service-unavailable'],
    [451, '4.7.1 Greylisting in action', 'smtp.greylisted'],
  ])('%i %s is %s', (code, text, expected) => {
    expect(senderProblem({ code, lines: [text] }, { ...question, scope: 'external' })?.code).toBe(expected);
  });
});

describe('the end of a sign-in', () => {
  it.each([
    [{ kind: 'loss', loss: { kind: 'closed', error: null } } as const, 'net.reset'],
    [{ kind: 'distrust', reason: 'x' } as const, 'smtp.protocol-error'],
    [
      { kind: 'reply', reply: { code: 432, lines: ['4.7.12 A password transition is needed'] } } as const,
      'smtp.auth-unavailable',
    ],
    [{ kind: 'reply', reply: { code: 535, lines: ['x'] } } as const, 'smtp.auth-rejected'],
  ])('%o is %s', (end, code) => {
    expect(authProblem(end, place, 'alice').code).toBe(code);
  });
});

describe('a host without a usable endpoint', () => {
  const net: Problem = problem('net.refused', { host: 'h', port: 465 }, { evidence: ['ECONNREFUSED'] });
  const auth = problem('smtp.auth-not-offered', { host: 'h', port: 25 });
  const plain = problem('smtp.tls-not-offered', { host: 'h', port: 25 });
  const expired = problem('tls.expired', { host: 'h', date: 'x' });
  const busy = problem('smtp.service-unavailable', { host: 'h' });
  const issuer = problem('tls.untrusted-issuer', { host: 'h', issuer: 'x' });
  const cancelled = problem('run.cancelled', {});

  it.each<[Problem[], string, string]>([
    [[net], 'failed', 'net.refused'],
    [[plain], 'failed', 'smtp.tls-not-offered'],
    [[net, net], 'failed', 'smtp.no-secure-endpoint'],
    [[net, auth], 'failed', 'smtp.auth-not-offered'],
    [[plain, auth], 'failed', 'smtp.auth-not-offered'],
    [[auth, expired], 'failed', 'tls.expired'],
    [[net, busy], 'failed', 'smtp.service-unavailable'],
    [[net, issuer], 'unknown', 'tls.untrusted-issuer'],
    [[net, cancelled], 'unknown', 'run.cancelled'],
    [[], 'failed', 'smtp.no-secure-endpoint'],
  ])('says what tells most', (found, kind, code) => {
    const outcome = noEndpoint(
      'h',
      found.map((one, i) => ({ port: i + 1, problem: one })),
    );
    expect(outcome.kind).toBe(kind);
    expect('problem' in outcome && outcome.problem.code).toBe(code);
  });
});
