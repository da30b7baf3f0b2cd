import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { createAttemptBudget, type Outcome, Secret } from '../../../src/core/index.ts';
import { type AuthenticatedRelay, authenticate } from '../../../src/submission/index.ts';
import { type OpenedRelay, openRelay, password, user } from '../../fakes/smtp-relay.ts';
import type { FakeConnection, SmtpScript } from '../../fakes/smtp-server.ts';

const ends: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function opened(script: SmtpScript = {}): Promise<OpenedRelay> {
  const relay = await openRelay(script);
  ends.push(relay.end);
  return relay;
}

function signIn({ relay, step }: OpenedRelay, secret = password, budget = createAttemptBudget()) {
  return authenticate({ relay, user, password: secret, budget }, step);
}

const codeOf = (outcome: Outcome<AuthenticatedRelay>) => ('problem' in outcome ? outcome.problem.code : outcome.kind);

describe('signing in to a relay', () => {
  it.each([
    [['AUTH LOGIN PLAIN'], 'PLAIN'],
    [['AUTH CRAM-MD5 LOGIN'], 'LOGIN'],
    [['AUTH=LOGIN'], 'LOGIN'],
    [['AUTH GSSAPI NTLM', 'AUTH PLAIN'], 'PLAIN'],
  ])('takes the strongest mechanism of %s: %s', async (offers, mechanism) => {
    const relay = await opened({ offers });
    const outcome = await signIn(relay);
    expect(outcome.kind === 'passed' && outcome.value.mechanism).toBe(mechanism);
  });

  it('never falls for CRAM-MD5 alone', async () => {
    const relay = await opened({ offers: ['AUTH CRAM-MD5 DIGEST-MD5'] });
    expect(codeOf(await signIn(relay))).toBe('smtp.no-common-mechanism');
    expect(relay.server.commands.some((command) => command.startsWith('AUTH'))).toBe(false);
  });

  it('shows the mechanism and neither name nor password', async () => {
    const relay = await opened({ offers: ['AUTH LOGIN'] });
    await signIn(relay);
    const told = [...relay.step.lines, ...relay.step.exchanges].join('\n');
    expect(told).toContain('smtp sent AUTH LOGIN');
    for (const secret of ['secret-pass', btoa('secret-pass'), btoa(user)]) expect(told).not.toContain(secret);
  });

  it.each([
    ['535 5.7.8 Error: authentication failed', 'smtp.auth-rejected'],
    ['534 5.7.9 Mechanism too weak', 'smtp.auth-rejected'],
    ['538 5.7.11 Encryption required', 'smtp.auth-rejected'],
    ['504 5.5.4 Unrecognized authentication type', 'smtp.auth-rejected'],
    ['454 4.7.0 Temporary authentication failure', 'smtp.auth-unavailable'],
    ['421 4.7.0 Too many errors', 'smtp.service-unavailable'],
    ['250 2.0.0 Ok', 'smtp.protocol-error'],
    ['334 ', 'smtp.protocol-error'],
    ['hello', 'smtp.protocol-error'],
  ])('is signed in by 235 and nothing else: %s', async (reply, code) => {
    const relay = await opened({ on: { AUTH: reply } });
    const budget = createAttemptBudget();
    expect(codeOf(await signIn(relay, password, budget))).toBe(code);
    expect(budget.spent).toBe(true);
    expect(relay.server.commands.filter((command) => command.startsWith('AUTH'))).toHaveLength(1);
  });

  it('explains the status code of a refusal', async () => {
    const relay = await opened();
    const outcome = await signIn(relay, new Secret('not this one'));
    expect('problem' in outcome && outcome.problem.evidence[0]).toMatch(
      /^535 5\.7\.8 Error: authentication failed \(5\.7\.8: .+\)$/,
    );
  });

  it('does not try when the one failing attempt of the run is spent', async () => {
    const relay = await opened();
    const budget = createAttemptBudget();
    budget.begin();
    budget.failed();
    expect(await signIn(relay, password, budget)).toEqual({ kind: 'skipped', because: { kind: 'attempt-spent' } });
    expect(relay.server.commands.some((command) => command.startsWith('AUTH'))).toBe(false);
  });

  it('counts a connection that is lost during the sign-in as an attempt', async () => {
    const relay = await opened({ on: { AUTH: ({ drop }) => drop() } });
    const budget = createAttemptBudget();
    expect(codeOf(await signIn(relay, password, budget))).toBe('net.reset');
    expect(budget.spent).toBe(true);
  });

  it.each(['', '  ', 'a\0b'])('refuses the password %j before anything is sent', async (text) => {
    const relay = await opened();
    expect(codeOf(await signIn(relay, new Secret(text)))).toBe('input.invalid');
    expect(relay.server.commands).toHaveLength(1);
  });
});

describe('a server that echoes the password', () => {
  const forms: readonly (readonly [string, (text: string) => string])[] = [
    ['as it is', (text) => text],
    ['in base64', (text) => btoa(text)],
    ['percent-encoded', (text) => encodeURIComponent(text)],
    ['in hex', (text) => Buffer.from(text).toString('hex')],
    ['in the AUTH line', (text) => btoa(`\0${user}\0${text}`)],
  ];
  it.each(forms)('does not get it into evidence, exchanges or transcript: %s', async (_, form) => {
    const secret = 'Correct horse/1+';
    const relay = await opened({ on: { AUTH: `535 5.7.8 refused: ${form(secret)} is wrong` } });
    const outcome = await signIn(relay, new Secret(secret));
    const told = JSON.stringify([outcome, relay.step.lines, relay.step.exchanges]);
    expect(told).toContain('is wrong');
    expect(told).not.toContain(form(secret));
  });

  it('gets it masked in what is not an SMTP reply, too', async () => {
    const relay = await opened({ on: { AUTH: 'you said secret-pass' } });
    const outcome = await signIn(relay);
    expect(codeOf(outcome)).toBe('smtp.protocol-error');
    expect(JSON.stringify([outcome, relay.step.lines, relay.step.exchanges])).not.toContain('secret-pass');
  });
});

describe('SCRAM-SHA-256', () => {
  const offers = ['AUTH PLAIN SCRAM-SHA-256'];
  const decode = (text: string) => Buffer.from(text, 'base64').toString('utf8');

  interface Behaviour {
    readonly knows?: string;
    readonly iterations?: number;
    readonly nonce?: (client: string) => string;
    readonly skipsProof?: boolean;
  }

  /** The server's side of RFC 5802, written from the RFC and not from the client. */
  function scramServer({
    knows = 'secret-pass',
    iterations = 4_096,
    nonce = (c) => `${c}srv`,
    skipsProof = false,
  }: Behaviour = {}) {
    const salt = Buffer.from('0123456789abcdef');
    const salted = pbkdf2Sync(knows, salt, iterations, 32, 'sha256');
    const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();
    const challenge = (connection: FakeConnection, text: string) => connection.write(`334 ${btoa(text)}\r\n`);
    return (connection: FakeConnection, line: string) => {
      const bare = decode(line.split(' ')[2] ?? '').replace(/^n,,/, '');
      const first = `r=${nonce(/r=(.*)$/.exec(bare)?.[1] ?? '')},s=${salt.toString('base64')},i=${iterations}`;
      challenge(connection, first);
      connection.nextLine((response) => {
        const [withoutProof = '', proof = ''] = decode(response).split(',p=');
        const message = `${bare},${first},${withoutProof}`;
        const clientKey = hmac(salted, 'Client Key');
        const signature = hmac(createHash('sha256').update(clientKey).digest(), message);
        const expected = Buffer.from(clientKey.map((byte, i) => byte ^ (signature[i] ?? 0))).toString('base64');
        if (proof !== expected) return void connection.write('535 5.7.8 Authentication failed\r\n');
        if (skipsProof) return void connection.write('235 2.7.0 Trust me\r\n');
        challenge(connection, `v=${hmac(hmac(salted, 'Server Key'), message).toString('base64')}`);
        connection.nextLine(() => connection.write('235 2.7.0 Ok\r\n'));
      });
    };
  }

  it('is preferred, and ends in 235 once both sides have proved that they know the password', async () => {
    const relay = await opened({ offers, on: { AUTH: scramServer() } });
    const outcome = await signIn(relay);
    expect(outcome.kind === 'passed' && outcome.value.mechanism).toBe('SCRAM-SHA-256');
  });

  it('reports a wrong password as a rejected sign-in', async () => {
    const relay = await opened({ offers, on: { AUTH: scramServer({ knows: 'another' }) } });
    expect(codeOf(await signIn(relay))).toBe('smtp.auth-rejected');
  });

  it.each<[string, Behaviour]>([
    ['accepts without a proof of its own', { skipsProof: true }],
    ['asks for too little work', { iterations: 1_000 }],
    ['asks for too much work', { iterations: 1_000_001 }],
    ['does not continue our nonce', { nonce: () => 'somethingelse' }],
    ['adds nothing to our nonce', { nonce: (client) => client }],
  ])('does not trust a server that %s', async (_, behaviour) => {
    const script = { ...behaviour, knows: 'secret-pass' };
    const slow = (behaviour.iterations ?? 0) > 100_000;
    const relay = await opened({ offers, on: { AUTH: slow ? tooMuchWork : scramServer(script) } });
    const outcome = await signIn(relay);
    expect(codeOf(outcome)).toBe('smtp.protocol-error');
  });

  function tooMuchWork(connection: FakeConnection, line: string): void {
    const nonce = /r=(.*)$/.exec(decode(line.split(' ')[2] ?? ''))?.[1];
    connection.write(`334 ${btoa(`r=${nonce}x,s=c2FsdA==,i=1000001`)}\r\n`);
  }
});
