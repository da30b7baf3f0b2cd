import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalLines, dotStuffed } from '../../../src/submission/message/lines.ts';

/** What a server does on the other side (RFC 5321 4.5.2): reads to the lone dot, takes one dot off where a line has it. */
function received(wire: Buffer): string {
  const lines = wire.toString('latin1').split('\r\n');
  const end = lines.indexOf('.');
  return lines
    .slice(0, end)
    .map((line) => `${line.startsWith('.') ? line.slice(1) : line}\r\n`)
    .join('');
}

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('.', '\r', '\n', '\r\n', 'a', 'ü', '\n.\n', '\r.') }),
  fc.uint8Array().map((octets) => Buffer.from(octets).toString('latin1')),
);
const octets = text.map((one) => Buffer.from(one, 'latin1'));

describe('message lines', () => {
  it.each([
    ['', ''],
    ['a', 'a\r\n'],
    ['a\nb\rc\r\nd', 'a\r\nb\r\nc\r\nd\r\n'],
    ['\r\r\n\n', '\r\n\r\n\r\n'],
  ])('of %j all end in CRLF', (given, expected) => {
    expect(canonicalLines(Buffer.from(given)).toString()).toBe(expected);
  });

  it('never have a lone CR or LF', () => {
    fc.assert(
      fc.property(octets, (given) => {
        const canonical = canonicalLines(given).toString('latin1');
        expect(canonical.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(canonicalLines(Buffer.from(canonical, 'latin1')).toString('latin1')).toBe(canonical);
      }),
    );
  });

  it('arrive as they were, whatever dots are in them', () => {
    fc.assert(
      fc.property(octets, (given) => {
        const canonical = canonicalLines(given);
        const wire = Buffer.concat([dotStuffed(canonical), Buffer.from('.\r\n')]);
        expect(received(wire)).toBe(canonical.toString('latin1'));
      }),
    );
  });
});
