import { describe, expect, it } from 'vitest';
import { german } from '../../../renderer/words/de/index.ts';
import { english } from '../../../renderer/words/en/index.ts';
import { pseudo } from '../../../renderer/words/pseudo.ts';

type Leaf = string | ((...args: unknown[]) => string);

/** Every text of a table by its path. */
function leavesOf(table: unknown, path = ''): [path: string, leaf: Leaf][] {
  if (typeof table === 'string' || typeof table === 'function') return [[path, table as Leaf]];
  return Object.entries(table as object).flatMap(([key, value]) =>
    leavesOf(value, path === '' ? key : `${path}.${key}`),
  );
}

/** What a person reads, with something in the place of each argument. */
function spoken(leaf: Leaf): string {
  if (typeof leaf === 'string') return leaf;
  return leaf(...Array.from({ length: leaf.length }, (_, i) => String(i + 2)));
}

/** Names, abbreviations and words that both languages have. */
const shared = new Set(
  [
    'Waypost Diagnose Name Port Text Server Status Relay Person English Deutsch Pseudo STARTTLS TLS Message-ID MB',
    'Active Directory Autodiscover PACC Kerberos NTLM IMAP POP SMTP',
  ].flatMap((words) => words.split(' ')),
);

const englishLeaves = leavesOf(english);
const germanLeaves = new Map(leavesOf(german));

describe('the words of the window', () => {
  it('are there in German, each of them and no others', () => {
    expect([...germanLeaves.keys()].sort()).toEqual(englishLeaves.map(([path]) => path).sort());
  });

  it('take the same arguments in both languages', () => {
    const shapeOf = (leaf: Leaf | undefined) => (typeof leaf === 'function' ? leaf.length : typeof leaf);
    const different = englishLeaves.filter(([path, leaf]) => shapeOf(leaf) !== shapeOf(germanLeaves.get(path)));
    expect(different.map(([path]) => path)).toEqual([]);
  });

  it('are never empty', () => {
    const empty = [...englishLeaves, ...germanLeaves].filter(([, leaf]) => spoken(leaf).trim() === '');
    expect(empty.map(([path]) => path)).toEqual([]);
  });

  it('are translated, apart from names and from words that both languages share', () => {
    const untranslated = englishLeaves.filter(
      ([path, leaf]) => spoken(leaf) === spoken(germanLeaves.get(path) ?? '') && !isShared(spoken(leaf)),
    );
    expect(untranslated.map(([path, leaf]) => `${path}: ${spoken(leaf)}`)).toEqual([]);
  });

  it('show an argument that they take', () => {
    const deaf = [...englishLeaves, ...germanLeaves].filter(([, leaf]) => {
      if (typeof leaf === 'string' || leaf.length === 0) return false;
      return spoken(leaf) === leaf(...Array.from({ length: leaf.length }, () => 'other'));
    });
    expect(deaf.map(([path]) => path)).toEqual([]);
  });

  it('never exclaim, and never promise a delivery: only a notice says that', () => {
    const all = [...englishLeaves, ...germanLeaves].map(([path, leaf]) => `${path}: ${spoken(leaf)}`);
    const loud = all.filter((text) => /!|delivered|zugestellt/i.test(text));
    expect(loud.filter((text) => !/^found\.notices\.(sentences|actions)\.delivered:/.test(text))).toEqual([]);
  });

  it('are spoken to nobody in the familiar form', () => {
    const familiar = /\b(du|dich|dir|dein\w*)\b/i;
    expect([...germanLeaves].filter(([, leaf]) => familiar.test(spoken(leaf)))).toEqual([]);
  });

  it('are all in brackets in the language of the tests', () => {
    const bare = leavesOf(pseudo(english)).filter(([, leaf]) => !/^\[.*~+\]$/s.test(spoken(leaf)));
    expect(bare.map(([path]) => path)).toEqual([]);
  });
});

function isShared(text: string): boolean {
  return (text.match(/[\p{L}][\p{L}-]*/gu) ?? []).every((word) => shared.has(word));
}
