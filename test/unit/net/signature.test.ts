import fc from 'fast-check';
import { expect, it } from 'vitest';
import { weakSignature } from '../../../src/net/signature.ts';

it('judging a signature never throws, whatever the bytes', () => {
  const verdicts = [null, 'a SHA-1 signature', 'an MD5 signature'];
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (der) => {
      expect(verdicts).toContain(weakSignature(der));
    }),
  );
});
