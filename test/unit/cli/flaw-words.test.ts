import { describe, expect, it } from 'vitest';
import { parseServer } from '../../../src/chain/parse/index.ts';
import { readArgument } from '../../../src/cli/arguments.ts';
import { flawWords } from '../../../src/cli/flaw-words.ts';

describe('what was typed wrongly on the command line', () => {
  it.each([
    ['smtp://mail', /without a scheme/],
    ['mail:587', /the port with --port/],
    ['alice@corp.example', /looks like a mail address/],
    ['mail server', /name or address/],
  ])('such as “%s” is said with what to write instead', (text, fix) => {
    expect(() => readArgument('name', text, parseServer)).toThrow(fix);
  });

  it('is said in sentences that end as the others do', () => {
    for (const words of Object.values(flawWords)) expect(words).toMatch(/^[a-z].{10,}[^.]$/);
  });
});
