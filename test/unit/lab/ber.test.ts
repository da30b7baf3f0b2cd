import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { BerError, ber, berChildren, berInteger, berNumber, berOid, berTag, readBer } from '../../../src/lab/ber.ts';

test('an element comes back as it was written, whatever its length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70_000 }), (content) => {
      const read = readBer(ber(berTag.octetString, Buffer.from(content)));
      expect(read?.element.body.equals(Buffer.from(content))).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('a number comes back as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0x7fff_ffff }), (value) => {
      expect(berNumber(readBer(berInteger(value))?.element)).toBe(value);
    }),
  );
});

test('an element that has not come in whole yet is none', () => {
  const whole = ber(berTag.octetString, Buffer.alloc(300));
  for (const length of [0, 1, 2, 3, 303]) expect(readBer(whole.subarray(0, length))).toBeUndefined();
  expect(readBer(whole)).toBeDefined();
});

test('random bytes are an element, incomplete, or a BerError, and never take longer than they are long', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        const read = readBer(Buffer.from(bytes));
        if (read) berChildren(read.element.body);
      } catch (error) {
        expect(error).toBeInstanceOf(BerError);
      }
    }),
  );
});

test('an announced length above the limit is refused before its bytes are waited for', () => {
  expect(() => readBer(Buffer.from([0x30, 0x84, 0x7f, 0xff, 0xff, 0xff]), 0, 1000)).toThrow(BerError);
});

test('object identifiers are written as X.690 8.19 says', () => {
  expect(berOid('1.2.840.10045.4.3.2').toString('hex')).toBe('06082a8648ce3d040302');
});
