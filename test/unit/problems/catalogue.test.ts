import { describe, expect, it } from 'vitest';
import { catalogue, isKnownCode, type KnownCode, problem, withoutConsequences } from '../../../src/problems/index.ts';

const codes = Object.keys(catalogue).filter(isKnownCode);

/** Every code that is silenced by this one, directly or through others. */
function silencedBy(code: KnownCode, seen = new Set<string>()): Set<string> {
  for (const next of catalogue[code].silences) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (isKnownCode(next)) silencedBy(next, seen);
  }
  return seen;
}

describe('the catalogue', () => {
  it.each(codes)('gives %s an area and a kind in lower case', (code) => {
    expect(code).toMatch(/^[a-z][a-z0-9]*\.[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });

  it.each(codes)('lets %s silence only codes that it knows', (code) => {
    expect(catalogue[code].silences.filter((other) => !isKnownCode(other))).toEqual([]);
  });

  it.each(codes)('never lets %s silence itself, even through others', (code) => {
    expect(silencedBy(code)).not.toContain(code);
  });

  it.each(codes)('names each argument of %s once', (code) => {
    const { args } = catalogue[code];
    expect(new Set(args).size).toBe(args.length);
  });

  it.each(['constructor', '__proto__', 'toString', ''])('does not take %j for a code', (code) => {
    expect(isKnownCode(code)).toBe(false);
  });
});

describe('problems that follow from others', () => {
  const host = 'mail.corp.example';
  const reset = problem('net.reset', { host, port: 587 });
  const uncertain = problem('smtp.uncertain', { host });
  const expired = problem('tls.expired', { host, date: '2026-01-31' });

  it('are left out, and the rest keeps its order', () => {
    expect(withoutConsequences([expired, reset, uncertain])).toEqual([expired, uncertain]);
  });

  it('stay when their cause is not there', () => {
    expect(withoutConsequences([reset, expired])).toEqual([reset, expired]);
  });

  it('are never silenced by a code that the catalogue does not know', () => {
    const newer = { code: 'future.thing', args: {}, evidence: [], remedies: [] } as const;
    expect(withoutConsequences([newer, reset])).toEqual([newer, reset]);
  });
});
