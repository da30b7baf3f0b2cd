import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/core/index.ts';
import { composeMessage, type Draft } from '../../../src/submission/index.ts';
import { address } from '../../fakes/addresses.ts';
import { anyText } from '../../fakes/any-text.ts';

const clock = { ...systemClock, date: () => new Date('2026-03-01T09:08:07Z') };
const draft: Draft = {
  from: address('alice@corp.example'),
  to: [address('bob@partner.example')],
  subject: 'Test',
  text: 'Hello',
  attachments: [],
  messageIdDomain: 'client.corp.example',
};

async function composed(changes: Partial<Draft>) {
  const message = await composeMessage({ ...draft, ...changes }, clock);
  const [header = '', body = ''] = message.bytes.toString('latin1').split(/\r\n\r\n(.*)/s);
  const fields = header.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return { ...message, fields, body };
}

describe('a composed message', () => {
  it('has date, id, sender, recipient and subject', async () => {
    const { fields, messageId, body } = await composed({});
    expect(fields).toEqual(
      expect.arrayContaining([
        'From: alice@corp.example',
        'To: bob@partner.example',
        'Subject: Test',
        `Message-ID: ${messageId}`,
        'Date: Sun, 01 Mar 2026 09:08:07 +0000',
        'MIME-Version: 1.0',
      ]),
    );
    expect(messageId).toMatch(/^<[0-9a-f-]{36}@client\.corp\.example>$/);
    expect(body).toBe('Hello\r\n');
  });

  it('never has the same id twice', async () => {
    expect((await composed({})).messageId).not.toBe((await composed({})).messageId);
  });

  it('is in ASCII, whatever is written in it', async () => {
    const { utf8, eightBit, fields } = await composed({ subject: 'Grüße 🎉', text: 'Schöne Grüße\n'.repeat(3) });
    expect({ utf8, eightBit }).toEqual({ utf8: false, eightBit: false });
    expect(fields.find((field) => field.startsWith('Subject:'))).toMatch(/^Subject: =\?UTF-8\?/);
  });

  it('needs SMTPUTF8 only for an address that cannot be written in ASCII', async () => {
    expect((await composed({ to: [address('jörg@partner.example')] })).utf8).toBe(true);
    expect((await composed({ to: [address('bob@bücher.example')] })).utf8).toBe(false);
  });

  it('lets no subject add a header', async () => {
    const { fields } = await composed({ subject: 'a\r\nBcc: eve@evil.example\r\n\r\nbody' });
    expect(fields.some((field) => field.startsWith('Bcc'))).toBe(false);
    expect(fields).toContain('Subject: a Bcc: eve@evil.example body');
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\a\\b.txt', 'b.txt'],
    ['a\r\nX-Evil: 1', 'a X-Evil: 1'],
    ['', 'attachment'],
  ])('attaches %j under a harmless name', async (name, expected) => {
    const { body } = await composed({ attachments: [{ name, content: Buffer.from('x') }] });
    const disposition = /Content-Disposition: attachment;[^;]*?filename=("?)(.*?)\1\r\n/s.exec(body)?.[2];
    expect(disposition).toBe(expected);
    expect(body).not.toMatch(/^X-Evil/m);
  });

  it('carries attachments octet by octet, also such as look like messages', async () => {
    const content = Buffer.from([...Array(256).keys()]);
    const { body } = await composed({ attachments: [{ name: 'mail.eml', content }] });
    expect(body).toContain('Content-Type: application/octet-stream');
    expect(Buffer.from(/base64.*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/s.exec(body)?.[1] ?? '', 'base64')).toEqual(content);
  });

  it('reads no file and no address that a text names', async () => {
    const { body } = await composed({
      text: 'file:///etc/passwd',
      attachments: [{ name: 'http://127.0.0.1/', content: Buffer.of(1) }],
    });
    expect(body).toContain('file:///etc/passwd');
    expect(body).not.toContain('root:');
  });

  it('does not let a bad host name break the id', async () => {
    expect((await composed({ messageIdDomain: 'a>\r\nX: <b' })).messageId).toMatch(
      /^<[0-9a-f-]{36}@localhost\.invalid>$/,
    );
  });

  it('keeps every line short enough for any server, whatever is written', async () => {
    const text = fc.oneof(anyText(1_500), fc.constant('x'.repeat(3_000)));
    await fc.assert(
      fc.asyncProperty(text, text, text, async (subject, body, name) => {
        const { bytes, eightBit } = await composeMessage(
          { ...draft, subject, text: body, attachments: [{ name, content: Buffer.from(body) }] },
          clock,
        );
        const lines = bytes.toString('latin1').split('\r\n');
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(998);
        expect(lines.join('')).not.toMatch(/[\r\n\0]/);
        expect(eightBit).toBe(false);
      }),
      { numRuns: 25 },
    );
  });
});
