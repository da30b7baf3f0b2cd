import { expect, it } from 'vitest';
import { drawnCode } from '../../../src/cli/export/drawn-code.ts';

it('a code is drawn with two modules in a character, light ones filled, and light below its end', () => {
  expect(drawnCode(['1100', '1010', '10'])).toEqual([' ▄▀█', '▄█']);
});
