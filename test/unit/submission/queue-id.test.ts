import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queueIdIn } from '../../../src/submission/send/queue-id.ts';
import { replyReport } from '../../../src/submission/session/reply.ts';
import { anyText } from '../../fakes/any-text.ts';

/** A reply line as the server writes it after `250 `. */
const idIn = (line: string) => queueIdIn(replyReport({ code: 250, lines: [line] }).text);

describe('the queue id', () => {
  it.each([
    ['Postfix, long ids', '2.0.0 Ok: queued as 4XYZq1Bcz5yFh', '4XYZq1Bcz5yFh'],
    ['Postfix, short ids', '2.0.0 Ok: queued as 5A2B41F0C3', '5A2B41F0C3'],
    [
      'Postfix behind a filter',
      '2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 1F2E3D4C5B',
      '1F2E3D4C5B',
    ],
    ['Exim 4.97', 'OK id=1rXyZ0-000000012Ab-1CDe', '1rXyZ0-000000012Ab-1CDe'],
    ['Exim before 4.97', 'OK id=1bX9Qd-0003Kp-7t', '1bX9Qd-0003Kp-7t'],
    [
      'Exchange',
      '2.6.0 <abc@client.corp.example> [InternalId=51234567890, Hostname=EX01.corp.example] 1750 bytes in 0.120, 14,200 KB/sec Queued mail for delivery',
      '51234567890',
    ],
    [
      'Exchange Online',
      '2.6.0 <a@b.example> [InternalId=1234, Hostname=DB9PR01MB1.eurprd01.prod.outlook.com] Queued mail for delivery',
      '1234',
    ],
    ['Sendmail', '2.0.0 46A9CDeF012345 Message accepted for delivery', '46A9CDeF012345'],
    ['OpenSMTPD', '2.0.0 7e1f3c2a Message accepted for delivery', '7e1f3c2a'],
    ['OpenSMTPD, newer', '2.0.0: 7e1f3c2a Message accepted for delivery', '7e1f3c2a'],
    ['Dovecot submission, Postfix behind it', '2.0.0 Ok: queued as 4ABCdEfGhz1', '4ABCdEfGhz1'],
    ['Dovecot LMTP', '2.0.0 <bob@partner.example> qHkPLk/3pGNzGwAAyCzMkQ Saved', 'qHkPLk/3pGNzGwAAyCzMkQ'],
    [
      'Dovecot LMTP with a part number',
      '2.0.0 <bob@partner.example> GDmJOWv4pGNzGwAAyCzMkQ:2 Saved',
      'GDmJOWv4pGNzGwAAyCzMkQ:2',
    ],
    [
      'Gmail',
      '2.0.0 OK  1700000000 d9443c01a7336-1cc12345678si1234567plb.123 - gsmtp',
      'd9443c01a7336-1cc12345678si1234567plb.123',
    ],
    ['Stalwart', '2.0.0 Message queued with id 25b3a1f00c.', '25b3a1f00c'],
    ['qmail', 'ok 1700000000 qp 12345', '12345'],
    [
      'Amazon SES',
      'Ok 0102018b1c2d3e4f-01234567-89ab-cdef-0123-456789abcdef-000000',
      '0102018b1c2d3e4f-01234567-89ab-cdef-0123-456789abcdef-000000',
    ],
  ])('is found in the reply of %s', (_, line, id) => {
    expect(idIn(line)).toBe(id);
  });

  it.each([
    '2.0.0 Ok',
    'OK',
    'OK: message queued',
    '2.0.0 Message accepted for delivery',
    'Queued (0.012 seconds)',
    '2.6.0 <a@b.example> Queued mail for delivery',
    'Ok: queued as',
    'Ok: queued as <script>alert(1)</script>',
    `Ok: queued as ${'A'.repeat(400)}`,
    'OK id=../../etc/passwd',
    '',
  ])('is not made up where there is none: %s', (line) => {
    expect(idIn(line)).toBeNull();
  });

  it('never throws, and never has anything in it but letters, digits and a few marks', () => {
    const text = fc.oneof(
      anyText(),
      fc
        .tuple(
          fc.constantFrom('Ok: queued as ', 'OK id=', '', '<a> '),
          fc.string(),
          fc.constantFrom('', ' Saved', ' Message accepted for delivery'),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (line) => {
        expect(queueIdIn(line) ?? '').toMatch(/^[\w+/.:-]{0,80}$/);
      }),
    );
  });
});
