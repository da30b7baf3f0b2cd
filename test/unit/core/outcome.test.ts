import { describe, expect, it } from 'vitest';
import {
  failed,
  hasValue,
  type Outcome,
  type Problem,
  passed,
  problemsOf,
  skipped,
  unknown,
  warned,
} from '../../../src/core/index.ts';

const first: Problem = { code: 'dc.wrong-site', args: {}, evidence: [], remedies: [] };
const second: Problem = { code: 'dns.disagreement', args: {}, evidence: [], remedies: [] };

describe('an outcome', () => {
  it('that was warned without warnings has simply passed', () => {
    expect(warned(7, [])).toEqual(passed(7));
  });

  it('keeps its warnings in their order', () => {
    expect(problemsOf(warned(7, [first, second]))).toEqual([first, second]);
  });

  it.each<[string, Outcome<number>, boolean]>([
    ['passed', passed(0), true],
    ['warned', warned(0, [first]), true],
    ['failed', failed(first), false],
    ['skipped', skipped({ kind: 'not-requested' }), false],
    ['unknown', unknown(first), false],
  ])('of the kind %s says whether others can work with it', (kind, outcome, usable) => {
    expect(outcome.kind).toBe(kind);
    expect(hasValue(outcome)).toBe(usable);
  });

  it('has its one problem when it failed or is unknown, and none when it passed or was skipped', () => {
    expect(problemsOf(failed(first))).toEqual([first]);
    expect(problemsOf(unknown(first))).toEqual([first]);
    expect(problemsOf(passed(1))).toEqual([]);
    expect(problemsOf(skipped({ kind: 'needs', probe: 'dns.name' }))).toEqual([]);
  });
});
