import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineReader } from '../../../src/mailbox/session/line-reader.ts';

function readAll(chunks: readonly Uint8Array[]) {
  const reader = new LineReader();
  for (const chunk of chunks) reader.push(chunk);
  const lines: string[] = [];
  for (;;) {
    const read = reader.next();
    if (read === null) return { lines, garbage: null, empty: reader.empty };
    if (read.kind === 'garbage') return { lines, garbage: read.line, empty: reader.empty };
    lines.push(read.reply);
  }
}

const octets = (text: string) => Buffer.from(text, 'latin1');

describe('lines', () => {
  it('are the same however they are cut into chunks', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme-ascii' })), fc.array(fc.nat(40)), (texts, cuts) => {
        const whole = octets(`${texts.map((text) => text.replace(/[\r\n\0]/g, '')).join('\r\n')}\r\n`);
        const chunks: Uint8Array[] = [];
        let at = 0;
        for (const cut of cuts) {
          chunks.push(whole.subarray(at, at + cut));
          at += cut;
        }
        chunks.push(whole.subarray(at));
        expect(readAll(chunks)).toEqual(readAll([whole]));
      }),
    );
  });

  it.each<[string, string, object]>([
    ['may end in a lone LF', 'a\nb\r\n', { lines: ['a', 'b'], garbage: null, empty: true }],
    ['leave something over when they are not whole', 'a\r\nb', { lines: ['a'], garbage: null, empty: false }],
    ['are not believed with NUL in them', 'a\r\nb\0\r\nc\r\n', { lines: ['a'], garbage: 'b\0', empty: false }],
    ['are not believed without an end', 'x'.repeat(10_000), { lines: [], garbage: 'a line without an end' }],
    [
      'that nobody asked for are too many at some point',
      'x\r\n'.repeat(700),
      { garbage: 'lines that nobody asked for' },
    ],
  ])('%s', (_, text, expected) => {
    expect(readAll([octets(text)])).toMatchObject(expected);
  });
});
