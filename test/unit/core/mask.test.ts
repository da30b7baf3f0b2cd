import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/core/index.ts';

const passwords = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 40 }).filter((text) => text.length >= 4);
const surroundings = fc.string({ maxLength: 10 });

const forms: readonly [string, (password: string) => string][] = [
  ['as it is', (password) => password],
  ['percent-encoded', (password) => encodeURIComponent(password)],
  ['as a form field', (password) => new URLSearchParams([['p', password]]).toString().slice(2)],
  ['in hex', (password) => Buffer.from(password).toString('hex')],
  ['in upper-case hex', (password) => Buffer.from(password).toString('hex').toUpperCase()],
  ['in base64', (password) => Buffer.from(password).toString('base64')],
  ['in base64 for URLs', (password) => Buffer.from(password).toString('base64url')],
  ['in UTF-16 hex', (password) => Buffer.from(password, 'utf16le').toString('hex')],
  ['in UTF-16 base64', (password) => Buffer.from(password, 'utf16le').toString('base64')],
];

describe('a secret in what a server says', () => {
  it.each(forms)('is masked %s', (_form, encode) => {
    fc.assert(
      fc.property(passwords, surroundings, surroundings, (password, before, after) => {
        const echoed = encode(password);
        const masked = new Secret(password).maskedIn(`${before} ${echoed} ${after}`);
        expect(masked).toContain('••••••••');
        if (!'••••••••'.includes(echoed) && !`${before} ${after}`.includes(echoed))
          expect(masked).not.toContain(echoed);
      }),
    );
  });

  it('is masked when a server repeats it in Latin-1, or took it for that', () => {
    const password = 'pässwörd-ß';
    const asLatin1 = Buffer.from(password, 'latin1').toString('utf8');
    const tookForLatin1 = Buffer.from(password).toString('latin1');
    expect(new Secret(password).maskedIn(`${asLatin1} and ${tookForLatin1}`)).toBe('•••••••• and ••••••••');
  });

  it('is looked for without trying the ways to divide a text, of which a server can make more than anybody has time for', () => {
    const text = '\ufffd'.repeat(1_000);
    expect(new Secret(`${'é'.repeat(100)}!`).maskedIn(text)).toBe(text);
  });

  it('is masked inside the base64 of a SASL PLAIN answer, at every alignment', () => {
    for (const user of ['a', 'al', 'ali']) {
      const plain = Buffer.from(`\0${user}\0S3cr3t-Pa55w0rd`).toString('base64');
      const masked = new Secret('S3cr3t-Pa55w0rd').maskedIn(`535 ${plain} refused`);
      expect(Buffer.from(masked, 'base64').toString('latin1')).not.toContain('3cr3t');
      expect(masked).toMatch(/^535 \S*•{8} refused$/);
    }
  });

  it('leaves other text as it is', () => {
    const text = '80090308: LdapErr: DSID-0C090447, comment: AcceptSecurityContext error, data 52e, v4563';
    expect(new Secret('S3cr3t-Pa55w0rd').maskedIn(text)).toBe(text);
  });

  it('is not looked for when it is too short to be told from other text', () => {
    expect(new Secret('e').maskedIn('data 52e')).toBe('data 52e');
  });
});
