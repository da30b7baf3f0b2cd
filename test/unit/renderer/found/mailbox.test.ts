import { expect, it } from 'vitest';
import { mailboxFacts } from '../../../../renderer/found/mailbox/mailbox-facts.ts';
import { longDuration, size } from '../../../../renderer/kit/format.ts';
import { loadWords } from '../../../../renderer/words/words.ts';
import type { MailboxReport } from '../../../../src/run/index.ts';
import { aMailbox } from '../../../fakes/found-chain.ts';

const english = { words: await loadWords('en'), language: 'en', locale: 'en-GB' } as const;
const german = { words: await loadWords('de'), language: 'de', locale: 'de-DE' } as const;

function fact(name: string, mailbox: MailboxReport, spoken: typeof english | typeof german = english) {
  const found = mailboxFacts(mailbox, spoken).find((one) => one.name === name);
  return found?.values.map((value) => value.replaceAll('\u00a0', ' '));
}

const storage = { resource: 'storage', used: 268_435_456, limit: 1_073_741_824 } as const;

it('tells how full a mailbox is, as people say it', () => {
  const mailbox = aMailbox({ quota: [storage, { resource: 'messages', used: 1_200, limit: 5_000 }] });
  expect(fact('Used', mailbox)).toEqual(['256 MB of 1 GB (25%)', '1,200 of 5,000 messages']);
  expect(fact('Belegt', mailbox, german)).toEqual(['256 MB von 1 GB (25 %)', '1.200 von 5.000 Nachrichten']);
});

it('says that the server does not tell, and nothing of what nobody signed in to see', () => {
  expect(fact('Used', aMailbox())).toEqual(['the server does not tell']);
  expect(fact('Used', aMailbox({ signIn: 'rejected' }))).toBeUndefined();
  expect(fact('Sign-in', aMailbox({ signIn: 'rejected' }))).toEqual(['not accepted as alice@corp.example']);
});

it('names special folders by what they are for, and shows their names inertly', () => {
  const folders = [
    { path: 'INBOX', role: 'inbox' },
    { path: 'Gel\u202eöscht', role: 'trash' },
  ] as const;
  expect(fact('Special folders', aMailbox({ folders }))).toEqual(['inbox: INBOX', 'deleted: Gel\\u{202e}öscht']);
});

it('sizes and long times are written with the unit that fits', () => {
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');
  expect([0, 1_023, 1_536, 1_610_612_736].map((octets) => plain(size(octets, 'en-GB')))).toEqual([
    '0 B',
    '1,023 B',
    '1.5 kB',
    '1.5 GB',
  ]);
  expect([2_100, 240_000, 9_000_000, 259_200_000].map((ms) => plain(longDuration(ms, 'de-DE')))).toEqual([
    '2,1 s',
    '4 min',
    '2,5 h',
    '3 d',
  ]);
});
