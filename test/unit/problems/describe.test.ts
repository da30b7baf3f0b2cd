import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  catalogue,
  describe as inWords,
  isKnownCode,
  type Language,
  ownerOf,
  problem,
  texts,
} from '../../../src/problems/index.ts';

const codes = Object.keys(catalogue).filter(isKnownCode);
const languages = Object.keys(texts) as Language[];
const steering = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

describe('a problem in words', () => {
  it('shows its arguments in place', () => {
    const found = inWords(problem('net.refused', { host: 'dc1.corp.example', port: 636 }));
    expect(found.title).toBe('dc1.corp.example refuses connections on port 636');
    expect(found).toMatchObject({ owner: 'network', severity: 'error' });
  });

  it('speaks the language that is asked for', () => {
    const refused = problem('net.refused', { host: 'dc1.corp.example', port: 636 });
    expect(inWords(refused, 'de').title).toBe('dc1.corp.example lehnt Verbindungen auf Port 636 ab');
  });

  it('writes dates as people do', () => {
    const expired = problem('tls.expired', { host: 'mail.corp.example', date: '2026-12-03' });
    expect(inWords(expired).title).toBe('The certificate of mail.corp.example expired on 3 December 2026');
    expect(inWords(expired, 'de').title).toBe(
      'Das Zertifikat von mail.corp.example ist am 3. Dezember 2026 abgelaufen',
    );
  });

  it('shows a missing argument as a question mark instead of failing', () => {
    const bare = { code: 'mx.null', args: {}, evidence: [], remedies: [] } as const;
    expect(inWords(bare).title).toBe('? states that it receives no mail');
  });

  it('shows a code of a newer version as itself, and as an error', () => {
    const newer = { code: 'future.thing', args: { host: 'h' }, evidence: ['seen'], remedies: [] } as const;
    expect(inWords(newer)).toEqual({ title: 'future.thing', meaning: '', todo: '', owner: 'user', severity: 'error' });
  });

  it('names the owner that the place of the fault names, before that of the catalogue', () => {
    const expired = problem('tls.expired', { host: 'dc1.corp.example', date: '2026-01-31' });
    expect(ownerOf(expired)).toBe('mail');
    expect(inWords({ ...expired, owner: 'directory' }).owner).toBe('directory');
  });
});

describe('arguments that come from a hostile server', () => {
  const issuer = (text: string) => inWords(problem('tls.untrusted-issuer', { host: 'h', issuer: text })).meaning;

  it('cannot reorder text: bidi overrides are escaped', () => {
    expect(issuer('good\u202egro.live')).toContain('good\\u{202e}gro.live');
    expect(issuer('a\u2066b\u2069')).toContain('a\\u{2066}b\\u{2069}');
  });

  it('cannot steer a terminal: control codes are escaped', () => {
    expect(issuer('\u001b[2J\u009b1m\r\n\u0000')).toContain('\\u{1b}[2J\\u{9b}1m\\u{d}\\u{a}\\u{0}');
  });

  it('cannot flood the screen: they are cut, and the cut is said', () => {
    const shown = issuer('x'.repeat(100_000));
    expect(shown.length).toBeLessThan(700);
    expect(shown).toContain('99700 more characters');
  });

  it('are not read as templates themselves', () => {
    expect(issuer('{host} $& $1')).toContain('It was issued by {host} $& $1.');
  });

  it('never break a text of any code in any language', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.constantFrom(...languages),
        fc.string({ unit: 'binary' }),
        (code, language, text) => {
          const args = Object.fromEntries(catalogue[code].args.map((name) => [name, text]));
          const found = inWords({ code, args, evidence: [text], remedies: [] }, language);
          for (const part of [found.title, found.meaning, found.todo]) {
            expect(part).not.toMatch(steering);
            expect(part).not.toMatch(loneSurrogate);
          }
        },
      ),
    );
  });
});
