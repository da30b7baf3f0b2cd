import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Read } from '../../../src/net/index.ts';
import {
  enhancedCode,
  type Reply,
  replyEvidence,
  replyLines,
  replyReport,
} from '../../../src/submission/session/reply.ts';
import { ReplyReader } from '../../../src/submission/session/reply-reader.ts';

function readAll(chunks: readonly Uint8Array[]): Read<Reply>[] {
  const reader = new ReplyReader();
  for (const chunk of chunks) reader.push(chunk);
  const found: Read<Reply>[] = [];
  for (let read = reader.next(); read !== null; read = reader.next()) {
    found.push(read);
    if (read.kind === 'garbage') break;
  }
  return found;
}

const read = (text: string) => readAll([Buffer.from(text)]);
const reply = (code: number, ...lines: string[]) => ({ kind: 'reply', reply: { code, lines } });

describe('reading replies', () => {
  it.each([
    ['220 mail ready\r\n', [reply(220, 'mail ready')]],
    ['250-one\r\n250-two\r\n250 three\r\n', [reply(250, 'one', 'two', 'three')]],
    ['250\r\n', [reply(250, '')]],
    ['250-\r\n250 \r\n', [reply(250, '', '')]],
    ['250 lone LF\n', [reply(250, 'lone LF')]],
    ['250 a\r\n550 b\r\n', [reply(250, 'a'), reply(550, 'b')]],
    ['250 Grüße\r\n', [reply(250, 'Grüße')]],
    ['250 \u001b[31mred\u0007\r\n', [reply(250, '\u001b[31mred\u0007')]],
    ['250 not yet ended', []],
    ['250-not yet ended\r\n', []],
  ])('understands %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    '\r\n',
    'hello\r\n',
    '25 x\r\n',
    '2500 x\r\n',
    '150 x\r\n',
    '650 x\r\n',
    '250_x\r\n',
    '250-a\r\n550 b\r\n',
    'SSH-2.0-x\r\n',
    '{"error":1}\r\n',
  ])('does not take %j for a reply', (text) => {
    expect(read(text)[0]?.kind).toBe('garbage');
  });

  it('gives the replies that came before the garbage, and nothing after it', () => {
    expect(read('250 a\r\n!\r\n250 b\r\n').map(({ kind }) => kind)).toEqual(['reply', 'garbage']);
  });

  it('cuts a line that is longer than any server needs', () => {
    const [found] = read(`250 ${'x'.repeat(5_000)}\r\n`);
    expect(found?.kind === 'reply' && found.reply.lines[0]).toHaveLength(2_044);
  });

  it.each([
    ['a banner without an end', `220 ${'x'.repeat(70_000)}`],
    ['too many lines', '250-x\r\n'.repeat(101)],
    ['long lines without an end', `250-${'x'.repeat(900)}\r\n`.repeat(90)],
    ['more replies than anybody asked for', `250 ${'x'.repeat(900)}\r\n`.repeat(400)],
  ])('stops at %s', (_, text) => {
    expect(read(text).at(-1)?.kind).toBe('garbage');
  });

  const octets = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: fc.constantFrom(...'250 -\r\n5ä.'), maxLength: 300 }).map((text) => Buffer.from(text)),
    fc
      .array(fc.tuple(fc.constantFrom('250', '354', '550'), fc.constantFrom(' ', '-'), fc.string()), { maxLength: 12 })
      .map((lines) => Buffer.from(lines.map((parts) => `${parts.join('')}\r\n`).join(''))),
  );

  it('reads the same, however the octets are cut into chunks', () => {
    fc.assert(
      fc.property(octets, fc.array(fc.nat(300), { maxLength: 20 }), (bytes, cuts) => {
        const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
        const starts = [0, ...ends];
        const chunks = starts.map((start, i) => bytes.subarray(start, starts[i + 1] ?? bytes.length));
        expect(readAll(chunks)).toEqual(readAll([bytes]));
      }),
    );
  });

  it('never throws, whatever arrives', () => {
    fc.assert(
      fc.property(octets, (bytes) => {
        for (const found of readAll([bytes])) {
          if (found.kind === 'reply') replyEvidence(found.reply);
        }
      }),
    );
  });

  it('gives back the lines of a reply as they were', () => {
    const line = fc
      .string({ unit: 'binary-ascii', maxLength: 60 })
      .map((text) => text.replace(/[\r\n]/g, '').trimEnd());
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), fc.array(line, { minLength: 1, maxLength: 8 }), (code, lines) => {
        const text = replyLines({ code, lines })
          .map((one) => `${one}\r\n`)
          .join('');
        expect(read(text)).toEqual([reply(code, ...lines)]);
      }),
    );
  });
});

describe('a reply for people', () => {
  it.each([
    [{ code: 550, lines: ['5.7.1 Denied'] }, '5.7.1'],
    [{ code: 250, lines: ['2.1.5'] }, '2.1.5'],
    [{ code: 550, lines: ['2.0.0 contradiction'] }, null],
    [{ code: 354, lines: ['3.0.0 go'] }, null],
    [{ code: 550, lines: ['5.7.1234 x'] }, null],
    [{ code: 550, lines: ['no code'] }, null],
  ])('has the status code of %j: %s', (given, expected) => {
    expect(enhancedCode(given)).toBe(expected);
  });

  it('says the status code once, and what it means', () => {
    const report = replyReport({ code: 550, lines: ['5.1.1 First,', '5.1.1 second'] });
    expect(report).toMatchObject({
      enhanced: '5.1.1',
      text: 'First, second',
      meaning: expect.stringMatching(/mailbox/),
    });
  });
});
