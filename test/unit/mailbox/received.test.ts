import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../src/mailbox/read-back/headers.ts';
import { hopsOf } from '../../../src/mailbox/read-back/received.ts';
import { anyText } from '../../fakes/any-text.ts';

const hops = (...lines: string[]) => hopsOf(fieldsOf(`${lines.join('\r\n')}\r\n\r\nReceived: from body by body; x`));

describe('the Received fields of a message', () => {
  it('are hops, the oldest first, with what each took after the one before', () => {
    const told = hops(
      'Received: from mail.corp.example (mail.corp.example [10.1.2.3])',
      '\tby store.corp.example (Dovecot) with LMTP id 7Gh; Tue, 24 Nov 2026 13:00:03 +0100',
      'Subject: by the way',
      'Received: from [192.0.2.7] (client.corp.example [192.0.2.7])',
      '\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))',
      '\tby mail.corp.example (Postfix) with ESMTPSA id 4XYZ1; Tue, 24 Nov 2026 12:00:01 GMT',
    );
    expect(told).toEqual([
      {
        from: '[192.0.2.7]',
        by: 'mail.corp.example',
        with: 'ESMTPSA',
        id: '4XYZ1',
        at: '2026-11-24T12:00:01.000Z',
        delay: null,
        tls: true,
      },
      {
        from: 'mail.corp.example',
        by: 'store.corp.example',
        with: 'LMTP',
        id: '7Gh',
        at: '2026-11-24T12:00:03.000Z',
        delay: 2_000,
        tls: false,
      },
    ]);
  });

  it.each<[string, string, object]>([
    ['a delay that clocks make negative is kept', 'by a with SMTP; Tue, 24 Nov 2026 11:59:00 GMT', { delay: -60_000 }],
    ['a date that is none is not known', 'from a by b with SMTP; yesterday', { at: null, delay: null }],
    ['a hop that does not speak SMTP says nothing of TLS', 'by a with HTTP; x', { tls: null }],
    ['TLS in a comment counts', 'by a with SMTP (version=TLS1_3 cipher=AES); x', { with: 'SMTP', tls: true }],
    ['keywords in comments are none', '(by evil with ESMTPS) by a with SMTP; x', { by: 'a', tls: false }],
    ['comments that nobody closes end with the field', 'by a (((( with ESMTPS; x', { by: 'a', with: null, at: null }],
    ['an empty one is a hop of which nothing is known', '', { from: null, by: null, at: null }],
  ])('%s', (_, value, expected) => {
    const before = 'Received: from a by b with SMTP; Tue, 24 Nov 2026 12:00:00 GMT';
    expect(hops(`Received: ${value}`, before).at(-1)).toMatchObject(expected);
  });

  it('are a hundred at most, however many a message has', () => {
    expect(hops(...Array.from({ length: 5_000 }, () => `Received: by ${'x'.repeat(500)}; x`))).toHaveLength(100);
  });

  it('are read from any text without failing', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        for (const hop of hopsOf([{ name: 'received', value: text }])) expect((hop.by ?? '').length).toBeLessThan(400);
        fieldsOf(text);
      }),
    );
  });
});
