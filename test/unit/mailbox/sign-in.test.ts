import { afterEach, describe, expect, it } from 'vitest';
import { createAttemptBudget, problemsOf, Secret } from '../../../src/core/index.ts';
import { signInToMailbox } from '../../../src/mailbox/index.ts';
import type { ImapScript } from '../../fakes/imap-server.ts';
import { endMailboxes, openOf, type TriedMailbox, tryImap, tryPop3 } from '../../fakes/open-mailbox.ts';
import type { Pop3Script } from '../../fakes/pop3-server.ts';

afterEach(endMailboxes);

const user = 'alice@corp.example';

async function signedIn(trying: Promise<TriedMailbox>, secret = 'secret-pass', budget = createAttemptBudget()) {
  const tried = await trying;
  const signIn = { mailbox: openOf(tried), user, password: new Secret(secret), budget };
  const outcome = await signInToMailbox(signIn, tried.step);
  const code = problemsOf(outcome)[0]?.code ?? outcome.kind;
  return { ...tried, outcome, code, budget };
}

const imap = (script: ImapScript = {}, secret?: string) => signedIn(tryImap(script), secret);
const pop3 = (script: Pop3Script = {}, secret?: string) => signedIn(tryPop3(script), secret);
const attempts = ({ server }: TriedMailbox) =>
  server.commands.filter((line) => /\b(LOGIN|AUTHENTICATE|AUTH|PASS)\b/.test(line));

describe('signing in to IMAP', () => {
  it.each([
    ['AUTHENTICATE PLAIN', ['IMAP4rev1', 'AUTH=PLAIN']],
    ['LOGIN', ['IMAP4rev1']],
  ])('works by %s, over the session that was opened without credentials', async (command, capabilities) => {
    const tried = await imap({ capabilities });
    expect(tried.outcome).toMatchObject({ kind: 'passed', value: { protocol: 'imap', user } });
    expect(attempts(tried)).toEqual([expect.stringContaining(command)]);
    expect(tried.server.open()).toBe(1);
    expect(tried.budget.begin()).toBe('go');
  });

  it('works behind STARTTLS', async () => {
    expect((await imap({ security: 'starttls' })).code).toBe('passed');
  });

  it('is tried once with a wrong password, and spends the attempt', async () => {
    const tried = await imap({}, 'wrong-pass');
    expect(tried.outcome).toMatchObject({
      kind: 'failed',
      problem: { code: 'imap.auth-rejected', args: { user, host: 'mail.corp.example' } },
    });
    expect(attempts(tried)).toHaveLength(1);
    expect(tried.budget.begin()).toBe('refused');
    await expect.poll(tried.server.open).toBe(0);
  });

  it('is not tried any more once an attempt has failed elsewhere', async () => {
    const budget = createAttemptBudget();
    budget.failed();
    const tried = await signedIn(tryImap(), 'secret-pass', budget);
    expect(tried.outcome).toEqual({ kind: 'skipped', because: { kind: 'attempt-spent' } });
    expect(attempts(tried)).toEqual([]);
  });

  it.each([
    ['takes none', ['IMAP4rev1', 'LOGINDISABLED'], 'imap.login-disabled'],
    ['takes OAuth 2 only', ['IMAP4rev1', 'AUTH=XOAUTH2'], 'settings.browser-only'],
  ])('sends no password to a server that %s', async (_, capabilities, code) => {
    const tried = await imap({ capabilities });
    expect(tried.code).toBe(code);
    expect(attempts(tried)).toEqual([]);
    expect(tried.budget.begin()).toBe('go');
  });

  it.each(['', '   ', 'a\0b'])('sends no password such as "%s"', async (secret) => {
    const tried = await imap({}, secret);
    expect(tried.code).toBe('input.invalid');
    expect(attempts(tried)).toEqual([]);
  });

  it.each<[string, ImapScript['on'], string]>([
    ['could not check it', { AUTHENTICATE: '% NO [UNAVAILABLE] directory down' }, 'imap.auth-unavailable'],
    ['goes away instead', { AUTHENTICATE: ({ drop }) => drop() }, 'net.reset'],
    ['says BYE instead', { AUTHENTICATE: '* BYE bye' }, 'net.reset'],
    ['sends a literal bomb instead', { AUTHENTICATE: '* OK {999999999}' }, 'imap.protocol-error'],
    ['sends a line without an end', { AUTHENTICATE: '* OK '.padEnd(200_000, 'x') }, 'imap.protocol-error'],
  ])('ends at a server that %s, and the attempt counts', async (_, on, code) => {
    const tried = await imap({ on });
    expect(tried.code).toBe(code);
    expect(tried.budget.begin()).toBe('refused');
    await expect.poll(tried.server.open).toBe(0);
  });

  it('shows nobody the password that a server repeats', async () => {
    const blob = Buffer.from(`\0${user}\0secret-pass`).toString('base64');
    const tried = await imap({ on: { AUTHENTICATE: `% NO secret-pass and ${blob} are wrong` } });
    expect(tried.code).toBe('imap.auth-rejected');
    const told = JSON.stringify([tried.outcome, tried.step.exchanges, tried.step.lines]);
    expect(told).not.toContain('secret-pass');
    expect(told).not.toContain(blob);
  });

  it('ends with the run, and leaves no connection', async () => {
    const tried = await tryImap({ on: { AUTHENTICATE: () => {} } });
    const budget = createAttemptBudget();
    const signing = signInToMailbox(
      { mailbox: openOf(tried), user, password: new Secret('secret-pass'), budget },
      tried.step,
    );
    await expect.poll(() => attempts(tried).length).toBe(1);
    tried.step.end();
    expect(await signing).toMatchObject({ kind: 'unknown', problem: { code: 'run.cancelled' } });
    await expect.poll(tried.server.open).toBe(0);
  });
});

describe('signing in to POP3', () => {
  it.each([
    ['AUTH PLAIN', ['SASL PLAIN'], ['AUTH PLAIN']],
    ['USER and PASS', ['USER'], ['PASS secret-pass']],
  ])('works by %s, and leaves', async (_, capabilities, sent) => {
    const tried = await pop3({ capabilities });
    expect(tried.outcome).toMatchObject({ kind: 'passed', value: { protocol: 'pop3', user } });
    expect(attempts(tried)).toEqual(sent);
    expect(JSON.stringify([tried.step.exchanges, tried.step.lines])).not.toContain('secret-pass');
    await expect.poll(tried.server.open).toBe(0);
  });

  it.each<[string, Pop3Script, string, string]>([
    ['a wrong password', { password: 'other' }, 'pop3.auth-rejected', 'refused'],
    ['a mailbox that is in use', { on: { AUTH: '-ERR [IN-USE] locked' } }, 'pop3.mailbox-locked', 'go'],
    ['a directory that is down', { on: { AUTH: '-ERR [SYS/TEMP] later' } }, 'pop3.auth-unavailable', 'refused'],
    ['a server that keeps asking', { on: { AUTH: '+ \r\n+ ' } }, 'pop3.protocol-error', 'refused'],
    ['a server that goes away', { on: { AUTH: ({ drop }) => drop() } }, 'net.reset', 'refused'],
  ])('tells %s', async (_, script, code, next) => {
    const tried = await pop3(script);
    expect(tried.code).toBe(code);
    expect(tried.budget.begin()).toBe(next);
  });
});
