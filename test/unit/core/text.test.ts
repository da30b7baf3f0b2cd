import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toJson, visible, visibleLines } from '../../../src/core/index.ts';

const steering = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

describe('text from a server, made visible', () => {
  it('is left alone when it is harmless, whatever its script', () => {
    for (const text of ['250 2.0.0 Ok', 'Grüße', 'Алиса', 'שלום', '日本語', '🔑 é']) expect(visible(text)).toBe(text);
  });

  it.each([
    ['C0 controls', 'a\u001b[31m\u0007\r\nb', 'a\\u{1b}[31m\\u{7}\\u{d}\\u{a}b'],
    ['C1 controls', '\u0085\u009b2J\u007f', '\\u{85}\\u{9b}2J\\u{7f}'],
    ['bidi marks', '\u061c\u200e\u200f', '\\u{61c}\\u{200e}\\u{200f}'],
    ['bidi overrides', 'exe\u202ecod.\u2066x\u2069', 'exe\\u{202e}cod.\\u{2066}x\\u{2069}'],
    ['line and paragraph separators', '\u2028\u2029', '\\u{2028}\\u{2029}'],
    ['a lone high surrogate', 'a\ud83db', 'a\\u{d83d}b'],
    ['a lone low surrogate', '\ude00', '\\u{de00}'],
    ['two high surrogates before a low one', '\ud83d\ud83d\ude00', '\\u{d83d}😀'],
  ])('has %s escaped', (_what, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('is cut at its limit, and the cut is said', () => {
    expect(visible('abcdef', 6)).toBe('abcdef');
    expect(visible('abcdef', 4)).toBe('abcd… (2 more characters)');
  });

  it('has a limit of its own', () => {
    expect(visible('x'.repeat(1_000_000)).length).toBeLessThan(2_100);
  });

  it('holds nothing that steers a terminal or is half a character, wherever it is cut', () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), (text, limit) => {
        const shown = visible(text, limit);
        expect(shown).not.toMatch(steering);
        expect(shown).not.toMatch(loneSurrogate);
      }),
    );
  });
});

describe('text of several lines, made visible', () => {
  it('keeps each line on a line of its own', () => {
    expect(visibleLines('250-mail\r\n250 \u001bSIZE\nend')).toEqual(['250-mail', '250 \\u{1b}SIZE', 'end']);
  });

  it('escapes a bare carriage return, which would overwrite the line', () => {
    expect(visibleLines('550 no\r250 ok')).toEqual(['550 no\\u{d}250 ok']);
  });

  it('is cut at its limit, and the cut is said', () => {
    expect(visibleLines('ab\ncd', 3)).toEqual(['ab', '', '… (2 more characters)']);
  });

  it('never has a line with a control code in it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const line of visibleLines(text)) expect(line).not.toMatch(steering);
      }),
    );
  });
});

describe('JSON that is shown', () => {
  it('escapes what JSON itself leaves as it is', () => {
    expect(toJson({ issuer: 'a\u202eb\u009b\u2028' })).toBe('{"issuer":"a\\u202eb\\u009b\\u2028"}');
  });

  it('reads back as what went in', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const text = toJson(value);
        expect(text).not.toMatch(steering);
        expect(text).toBe(toJson(JSON.parse(text)));
        expect(JSON.parse(text)).toEqual(thousandths(value));
      }),
    );
  });
});

/** Fractions are cut to three digits, everything else is kept. */
function thousandths(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, part) =>
    typeof part === 'number' && !Number.isInteger(part) ? Math.round(part * 1_000) / 1_000 + 0 : part,
  );
}
