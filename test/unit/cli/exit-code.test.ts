import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../src/cli/exit-code.ts';

describe('the exit code', () => {
  it.each([
    ['passed', 0],
    ['failed', 1],
    ['inconclusive', 3],
    ['cancelled', 130],
    [null, 3],
  ] as const)('of a run that ended as %s is %i', (outcome, code) => {
    expect(exitCodeOf(outcome)).toBe(code);
  });
});
