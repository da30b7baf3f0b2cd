import { describe, expect, it } from 'vitest';
import { catalogue, isKnownCode, type KnownCode, type ProblemText, texts } from '../../../src/problems/index.ts';

const codes = Object.keys(catalogue).filter(isKnownCode);
const languages = Object.entries(texts);
const options = new Set([
  '--approve-domain',
  '--ca',
  '--dns',
  '--domain',
  '--from',
  '--incoming',
  '--port',
  '--relay-user',
  '--require-tls',
  '--search',
  '--server',
  '--timeout',
]);

function partsOf({ title, meaning, todo }: ProblemText): string[] {
  return [title, meaning, todo];
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w*)\}/g)].map((match) => match[1] ?? '');
}

function sentences(text: string): number {
  return text.split(/[.?](?:\s|$)/).filter((part) => part.trim() !== '').length;
}

describe.each(languages)('the texts in %s', (_language, table) => {
  it('exist for each code of the catalogue, and for no other', () => {
    expect(Object.keys(table).sort()).toEqual([...codes].sort());
  });

  it.each(codes)('say of %s what happened, what it means and what to do', (code) => {
    for (const part of partsOf(table[code])) {
      expect(part.trim()).toBe(part);
      expect(part).not.toBe('');
      expect(part).not.toMatch(/[\n\r\t]| {2}/);
    }
  });

  it.each(codes)('show for %s each argument of the catalogue and nothing else', (code) => {
    const used = new Set(partsOf(table[code]).flatMap(placeholders));
    expect([...used].sort()).toEqual([...catalogue[code].args].sort());
    expect(
      partsOf(table[code])
        .join('')
        .replace(/\{\w+\}/g, ''),
    ).not.toMatch(/[{}]/);
  });

  it.each(codes)('title %s in one line without a full stop', (code) => {
    const { title } = table[code];
    expect(title).not.toMatch(/[.…]$/);
    expect(title.replace(/\{\w+\}/g, '').length).toBeLessThanOrEqual(80);
    expect(title).toMatch(/^[\p{Lu}{]/u);
  });

  it.each(codes)('stay calm, short and honest about %s', (code) => {
    const text = partsOf(table[code]).join(' ');
    expect(text).not.toContain('!');
    expect(text).not.toMatch(/delivered|zugestellt/i);
    expect(sentences(table[code].meaning)).toBeLessThanOrEqual(4);
    expect(table[code].todo).toMatch(/\.$/);
  });

  it.each(codes)('name for %s only options that exist', (code) => {
    const named =
      partsOf(table[code])
        .join(' ')
        .match(/--[a-z-]+/g) ?? [];
    expect(named.filter((option) => !options.has(option))).toEqual([]);
  });

  it('are not copied from another language', () => {
    for (const [, other] of languages) {
      if (other === table) continue;
      for (const code of codes) expect(table[code].meaning, code).not.toBe(other[code].meaning);
    }
  });
});

describe('the words that people on a bad day rely on', () => {
  const mayBeRight: KnownCode[] = ['ldap.account-locked', 'ldap.strong-auth-required', 'ldap.channel-binding-required'];

  it.each(mayBeRight)('do not put the blame on the password for %s', (code) => {
    expect(texts.en[code].meaning).toContain('The password may well be right');
    expect(texts.de[code].meaning).toContain('Das Kennwort kann durchaus richtig sein');
  });

  it('stop a person from prolonging a lock', () => {
    expect(texts.en['ldap.account-locked'].meaning).toContain('Do not try again');
    expect(texts.de['ldap.account-locked'].meaning).toContain('Versuchen Sie es nicht noch einmal');
  });

  it('leave an uncertain hand-over uncertain', () => {
    expect(texts.en['smtp.uncertain'].meaning).toMatch(/may or may not have taken it\. It was not sent again/);
    expect(texts.de['smtp.uncertain'].meaning).toContain('nicht noch einmal gesendet');
  });

  it('name the remedy for an issuer that is not trusted', () => {
    expect(texts.en['tls.untrusted-issuer'].todo).toMatch(/--ca.*chain/);
    expect(texts.de['tls.untrusted-issuer'].todo).toMatch(/--ca.*kette/);
  });

  it('say for what was not finished that it was not checked', () => {
    for (const code of ['run.cancelled', 'run.deadline', 'run.engine-stopped'] as const) {
      expect(texts.en[code].meaning).toContain('not checked');
      expect(texts.de[code].meaning).toContain('nicht geprüft');
    }
  });
});
