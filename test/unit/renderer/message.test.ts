import { describe, expect, it } from 'vitest';
import { addressesIn, addressFlaw } from '../../../renderer/message/address.ts';
import { custodyWords } from '../../../renderer/message/custody-words.ts';
import { german } from '../../../renderer/words/de/index.ts';
import { english } from '../../../renderer/words/en/index.ts';
import type { CustodyReport } from '../../../src/run/index.ts';

describe('recipients that are typed or pasted', () => {
  it.each([
    ['bob@partner.example', ['bob@partner.example']],
    [' bob@a.example,eve@b.example; pat@c.example ', ['bob@a.example', 'eve@b.example', 'pat@c.example']],
    ['bob@a.example\r\neve@b.example\n', ['bob@a.example', 'eve@b.example']],
    ['Pat Smith <pat@c.example>, "Smith, Bob" <bob@a.example>', ['pat@c.example', 'bob@a.example']],
    ['', []],
  ])('%j are %j', (text, addresses) => {
    expect(addressesIn(text)).toEqual(addresses);
  });

  it.each([
    ['bob@partner.example', null],
    ['jörg@bücher.example', null],
    ['"bob smith"@partner.example', null],
    ['bob', 'not-an-address'],
    ['@partner.example', 'not-an-address'],
    ['b..b@partner.example', 'address-dots'],
    ['<bob@partner.example', 'something-around-address'],
    ['bob@', 'address-without-domain'],
    ['bob@part ner', 'address-without-domain'],
    [`${'b'.repeat(320)}@partner.example`, 'address-too-long'],
    ['bob\u0000@partner.example', 'something-around-address'],
  ])('%j has the flaw %j', (text, flaw) => {
    expect(addressFlaw(text)).toBe(flaw);
  });
});

describe('where a message is', () => {
  const reply = { code: 250, enhanced: '2.0.0', text: 'Ok', meaning: null };
  const custody: CustodyReport = {
    gateway: 'mail.corp.example',
    state: 'accepted',
    queueId: '4XYZ1',
    messageId: '<1@client.example>',
    reply,
    recipients: [{ address: 'bob@partner.example', state: 'accepted', reply, dsn: false, notice: null }],
    arrival: null,
    statement: 'never shown',
  };
  const inEnglish = (changes: Partial<CustodyReport>) =>
    custodyWords({ ...custody, ...changes }, { words: english, locale: 'en-GB' }).join(' ');

  it('is said with the gateway and its queue id, and promises nothing', () => {
    expect(inEnglish({})).toBe(
      'The message was accepted by mail.corp.example as queue id 4XYZ1. What happens beyond mail.corp.example is not known here, and nothing is promised.',
    );
  });

  it('is said in German, too', () => {
    expect(custodyWords(custody, { words: german, locale: 'de-DE' })[0]).toBe(
      'Die Nachricht wurde von mail.corp.example unter der Warteschlangen-ID 4XYZ1 angenommen.',
    );
  });

  it('names whom it was not accepted for', () => {
    const eve = { address: 'eve@partner.example', state: 'refused', reply, dsn: false, notice: null } as const;
    expect(inEnglish({ recipients: [...custody.recipients, eve] })).toContain(
      'accepted the message for 1 of 2 recipients, as queue id 4XYZ1. Not accepted for eve@partner.example.',
    );
  });

  it.each([
    ['uncertain', 'It is uncertain whether mail.corp.example has accepted the message.'],
    ['refused', 'mail.corp.example refused the message. It has not taken it.'],
    ['not-sent', 'Nothing was sent. No server has taken the message.'],
  ] as const)('is told for what was %s', (state, words) => {
    expect(inEnglish({ state, queueId: null })).toBe(words);
  });

  it('makes visible what a hostile server names itself', () => {
    expect(inEnglish({ gateway: 'a\u202eb' })).toContain('accepted by a\\u{202e}b as');
  });
});
