import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, print, widthOf } from '../../../../src/cli/render/line.ts';
import { styleOf } from '../../../../src/cli/render/style.ts';
import { displayWidth, truncate } from '../../../../src/cli/render/width.ts';
import { wrap } from '../../../../src/cli/render/wrap.ts';

describe('the width of text', () => {
  it.each([
    ['plain', 5],
    ['Müller', 6],
    ['Mu\u0308ller', 6],
    ['日本', 4],
    ['✓', 1],
    ['', 0],
  ])('of %s is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('is never more than what was asked for after cutting', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, columns) => {
        expect(displayWidth(truncate(text, columns))).toBeLessThanOrEqual(columns);
        expect(widthOf(cut([text, { text, tone: 'good' }], columns))).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

describe('wrapped text', () => {
  it('keeps every word whole and in its place', () => {
    const words = fc.array(fc.stringMatching(/^[a-z.@]{1,30}$/), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, fc.integer({ min: 10, max: 60 }), (list, columns) => {
        const lines = wrap(list.join(' '), columns, 2, 4).map((line) => print(line, { color: false, unicode: true }));
        expect(lines.join(' ').trim().split(/ +/)).toEqual(list);
        for (const line of lines) expect(line.length <= columns || !line.trim().includes(' ')).toBe(true);
      }),
    );
  });
});

describe('the style of the output', () => {
  const terminal = { isTTY: true, columns: 100 };
  const utf8 = { LANG: 'en_US.UTF-8' };
  const of = (stream: object, env: Record<string, string>, options = {}, platform: NodeJS.Platform = 'linux') =>
    styleOf(stream, env, platform, options);

  it('is coloured on a terminal and nowhere else', () => {
    expect(of(terminal, utf8).color).toBe(true);
    expect(of({}, utf8).color).toBe(false);
  });

  it.each([
    ['NO_COLOR', { NO_COLOR: '1' }, false],
    ['NO_COLOR before FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['an empty NO_COLOR', { NO_COLOR: '' }, true],
    ['TERM=dumb', { TERM: 'dumb' }, false],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, false],
    ['FORCE_COLOR with TERM=dumb', { FORCE_COLOR: '1', TERM: 'dumb' }, true],
  ])('follows %s', (_, env, color) => {
    expect(of(terminal, env).color).toBe(color);
  });

  it('follows --no-color even where colour is forced', () => {
    expect(of(terminal, { FORCE_COLOR: '1' }, { color: false }).color).toBe(false);
  });

  it('is coloured in a file when that is forced', () => {
    expect(of({}, { FORCE_COLOR: '1' }).color).toBe(true);
  });

  it.each([
    [{ LANG: 'de_DE.utf8' }, true],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'C' }, false],
    [{ LANG: 'C', LC_CTYPE: 'C.UTF-8' }, true],
    [{}, false],
  ])('knows from %o whether there is more than ASCII', (env, unicode) => {
    expect(of(terminal, env).unicode).toBe(unicode);
  });

  it('is Unicode on Windows, which has no locale variables', () => {
    expect(of(terminal, {}, {}, 'win32').unicode).toBe(true);
  });

  it('takes the width of the window, of COLUMNS, or 80, within what can be read', () => {
    expect(of(terminal, {}).columns).toBe(100);
    expect(of({}, { COLUMNS: '90' }).columns).toBe(90);
    expect(of({}, { COLUMNS: 'wide' }).columns).toBe(80);
    expect(of({ columns: 10 }, {}).columns).toBe(40);
    expect(of({ columns: 400 }, {}).columns).toBe(110);
  });
});
