import { afterEach, describe, expect, it } from 'vitest';
import { createAttemptBudget, Secret, times } from '../../../src/core/index.ts';
import {
  readBack,
  readFacts,
  type SignedInImap,
  type Sought,
  signInToMailbox,
  upgraded,
} from '../../../src/mailbox/index.ts';
import { bounce, original } from '../../fakes/delivery-reports.ts';
import type { ImapMessage, ImapScript } from '../../fakes/imap-server.ts';
import { endMailboxes, openOf, type TriedMailbox, tryImap } from '../../fakes/open-mailbox.ts';
import { quickClock } from '../../fakes/quick-clock.ts';

afterEach(endMailboxes);

async function alice(script: ImapScript): Promise<TriedMailbox & { mailbox: SignedInImap }> {
  const tried = await tryImap(script);
  const budget = createAttemptBudget();
  const password = new Secret('secret-pass');
  const signIn = { mailbox: openOf(tried), user: 'alice@corp.example', password, budget };
  const outcome = await signInToMailbox(signIn, tried.step);
  if (outcome.kind !== 'passed' || outcome.value.protocol !== 'imap') throw new Error(JSON.stringify(outcome));
  return { ...tried, mailbox: outcome.value };
}

const folders: Sought['folders'] = [
  { folder: 'INBOX', role: 'inbox' },
  { folder: 'Spam', role: 'junk' },
];
const usual: Sought = { messageId: original, acceptedAt: 0, folders, toSelf: true, awaited: [] };

async function sought(script: ImapScript, changes: Partial<Sought> = {}) {
  const signedIn = await alice(script);
  const seen = await readBack(signedIn.mailbox, { ...usual, ...changes }, { clock: quickClock() }, signedIn.step);
  return { ...signedIn, seen };
}

const probe = (id = original) =>
  [
    'Received: from client by mail.corp.example with ESMTPSA id 4XYZ1; Tue, 24 Nov 2026 12:00:00 GMT',
    `Message-ID: ${id}`,
    'Subject: a test',
    '',
    'Hello',
  ].join('\r\n');
const message = (changes: Partial<ImapMessage> = {}): ImapMessage => ({ folder: 'INBOX', source: probe(), ...changes });

describe('a test message', () => {
  it('is found in the inbox, with the time since it was accepted and the way that it came', async () => {
    const { seen, server } = await sought({ messages: [message({ fromSearch: 9 })] });
    expect(seen).toMatchObject({
      arrival: { folder: 'INBOX', role: 'inbox', hops: [{ by: 'mail.corp.example', tls: true }] },
      notices: [],
      lost: null,
    });
    expect(seen.arrival?.after).toBe(2 * times.readBackPause);
    expect(server.commands.filter((line) => /STORE|EXPUNGE|DELETE|APPEND|MOVE|COPY|SELECT/.test(line))).toEqual([]);
  });

  it('is found among the junk', async () => {
    expect((await sought({ messages: [message({ folder: 'Spam' })] })).seen.arrival).toMatchObject({ role: 'junk' });
  });

  it('is not taken for another whose identifier only begins like it', async () => {
    const other = original.replace('>', 'x>');
    const searches = { 'UID SEARCH': '* SEARCH 1\r\n% OK done' };
    const { seen } = await sought({ messages: [message({ source: probe(other) })], on: searches });
    expect(seen).toEqual({ arrival: null, notices: [], lost: null });
  });

  it('is looked for until the time for that is over, and no longer', async () => {
    const { seen, server } = await sought({});
    expect(seen).toEqual({ arrival: null, notices: [], lost: null });
    const rounds = server.commands.filter((line) => /EXAMINE "?INBOX/i.test(line)).length;
    expect(rounds).toBe(Math.ceil(times.readBack / times.readBackPause) + 1);
  });

  it('is not looked for by a run that is over', async () => {
    const signedIn = await alice({});
    const looking = readBack(signedIn.mailbox, usual, { clock: quickClock() }, signedIn.step);
    await expect.poll(() => signedIn.server.commands.some((line) => line.includes('SEARCH'))).toBe(true);
    signedIn.step.end();
    expect((await looking).arrival).toBeNull();
    await expect.poll(signedIn.server.open).toBe(0);
  });

  it.each<[string, ImapScript['on'], string]>([
    ['does not open the inbox', { EXAMINE: '% NO no such mailbox' }, 'imap.mailbox-unavailable'],
    ['sends a literal bomb', { 'UID FETCH': '* 1 FETCH (BODY[HEADER] {999999999}' }, 'imap.protocol-error'],
    ['sends a line without an end', { 'UID SEARCH': `* SEARCH ${'1 '.repeat(60_000)}` }, 'imap.protocol-error'],
    ['goes away', { 'UID SEARCH': ({ drop }) => drop() }, 'net.reset'],
  ])('is not found on a server that %s, which is told', async (_, on, code) => {
    const { seen } = await sought({ messages: [message()], on });
    expect(seen).toMatchObject({ arrival: null, lost: { code } });
  });
});

describe('delivery notices', () => {
  const failed = bounce('Final-Recipient: rfc822; bob@partner.example', 'Action: failed', 'Status: 5.1.1');
  const delayed = bounce('Final-Recipient: rfc822; bob@partner.example', 'Action: delayed', 'Status: 4.4.1');
  const awaited = { toSelf: false, awaited: ['Bob@partner.example'] };

  it('are waited for, the delayed one for what comes after it', async () => {
    const messages = [message({ source: delayed }), message({ source: failed, fromSearch: 5 })];
    const { seen } = await sought({ messages }, awaited);
    expect(seen.notices.map(({ notice }) => notice.action)).toEqual(['delayed', 'failed']);
  });

  it('about another message are left out', async () => {
    const other = failed.replaceAll(original, '<other@client.corp.example>');
    expect((await sought({ messages: [message({ source: other })] }, awaited)).seen.notices).toEqual([]);
  });

  it('upgrade the custody of the recipient whom they name, and of nobody else', () => {
    const recipient = { state: 'accepted', reply: null, dsn: true, notice: null } as const;
    const recipients = ['Bob@Partner.example', 'eve@partner.example'].map((address) => ({ ...recipient, address }));
    const notice = {
      action: 'delivered',
      status: '2.0.0',
      diagnostic: null,
      remoteMta: null,
      reportedBy: 'mx',
    } as const;
    const notices = [{ addresses: ['bob@partner.example'], notice }];
    const custody = upgraded({ recipients }, { arrival: null, notices, lost: null });
    expect(custody.recipients.map((one) => one.notice?.action)).toEqual(['delivered', undefined]);
  });
});

describe('a mailbox', () => {
  it('tells its quota and the folders that have a role', async () => {
    const { mailbox, step } = await alice({});
    expect(await readFacts(mailbox.session, step)).toEqual({
      ok: true,
      value: {
        quota: [
          { resource: 'storage', used: 524_288, limit: 1_048_576 },
          { resource: 'messages', used: 20, limit: 500 },
        ],
        folders: [
          { path: 'INBOX', role: 'inbox' },
          { path: 'Sent', role: 'sent' },
          { path: 'Spam', role: 'junk' },
        ],
      },
    });
  });

  it('that does not know quotas has none', async () => {
    const { mailbox, step } = await alice({ capabilities: ['IMAP4rev1', 'AUTH=PLAIN'] });
    expect(await readFacts(mailbox.session, step)).toMatchObject({ ok: true, value: { quota: [] } });
  });

  it('with folders without end ends the session', async () => {
    const { mailbox, step, server } = await alice({
      on: {
        LIST: ({ write }, tag, words) =>
          write(words.at(-1) === '""' ? `${tag} OK done\r\n` : '* LIST () "/" "x"\r\n'.repeat(260_000)),
      },
    });
    expect(await readFacts(mailbox.session, step)).toMatchObject({ ok: false });
    await expect.poll(server.open).toBe(0);
  });
});
