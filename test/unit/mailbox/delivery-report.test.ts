import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDeliveryReport } from '../../../src/mailbox/read-back/delivery-report.ts';
import { anyText } from '../../fakes/any-text.ts';
import { bounce, original } from '../../fakes/delivery-reports.ts';

describe('a delivery status notification', () => {
  it('tells what became of each recipient, who says so, and which message it is about', () => {
    const report = readDeliveryReport(
      bounce(
        'Original-Recipient: rfc822;Bob@partner.example',
        'Final-Recipient: rfc822; bob@inner.partner.example',
        'Action: failed',
        'Status: 5.1.1',
        'Remote-MTA: dns; mx.partner.example',
        'Diagnostic-Code: smtp; 550 5.1.1 <bob@inner.partner.example>: no such',
        '    user',
        '',
        'Final-Recipient: utf-8; jörg@partner.example',
        'Action: Delayed (for four hours)'.replace(' (for four hours)', ''),
        'Status: 4.4.1 (no answer)',
      ),
    );
    expect(report).toEqual({
      about: [original],
      recipients: [
        {
          addresses: ['bob@partner.example', 'bob@inner.partner.example'],
          notice: {
            action: 'failed',
            status: '5.1.1',
            diagnostic: '550 5.1.1 <bob@inner.partner.example>: no such    user',
            remoteMta: 'mx.partner.example',
            reportedBy: 'mail.corp.example',
          },
        },
        {
          addresses: ['jörg@partner.example'],
          notice: {
            action: 'delayed',
            status: '4.4.1',
            diagnostic: null,
            remoteMta: null,
            reportedBy: 'mail.corp.example',
          },
        },
      ],
    });
  });

  it.each(['delivered', 'relayed', 'expanded', 'delayed', 'failed'])('may say %s', (action) => {
    const report = readDeliveryReport(bounce('Final-Recipient: rfc822; a@b.example', `Action: ${action}`));
    expect(report?.recipients[0]?.notice.action).toBe(action);
  });

  it.each([
    ['an action that does not exist', ['Final-Recipient: rfc822; a@b.example', 'Action: vanished']],
    ['no recipient', ['Action: failed']],
    ['nothing', []],
  ])('says nothing about a recipient with %s', (_, lines) => {
    expect(readDeliveryReport(bounce(...lines))?.recipients).toEqual([]);
  });

  it('is read in base64, too', () => {
    const group = 'Final-Recipient: rfc822; a@b.example\r\nAction: delivered\r\n';
    const encoded = Buffer.from(`Reporting-MTA: dns; mx.b.example\r\n\r\n${group}`).toString('base64');
    const source = bounce().replace(
      /(Content-Type: message\/delivery-status)[\s\S]*?(?=\r\n--b)/,
      `$1\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded}`,
    );
    expect(readDeliveryReport(source)?.recipients).toMatchObject([
      { notice: { action: 'delivered', reportedBy: 'mx.b.example' } },
    ]);
  });

  it('has a hundred recipients at most', () => {
    const group = ['Final-Recipient: rfc822; a@b.example', 'Action: failed', ''];
    const lines = Array.from({ length: 3_000 }, () => group).flat();
    expect(readDeliveryReport(bounce(...lines))?.recipients).toHaveLength(100);
  });

  it.each([
    ['another message', 'Subject: hello\r\n\r\nhello'],
    ['a report of another kind', bounce().replaceAll('delivery-status', 'disposition-notification')],
    ['one without a boundary', bounce().replace('boundary="b"', '')],
    ['one that is cut off before its second part', bounce().slice(0, 200)],
  ])('is not seen in %s', (_, source) => {
    expect(readDeliveryReport(source)).toBeNull();
  });

  it('is read from any text without failing, and in no time that matters', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        readDeliveryReport(text);
        readDeliveryReport(bounce(text));
        readDeliveryReport(bounce().replace('7bit', 'quoted-printable') + text);
      }),
    );
  });
});
