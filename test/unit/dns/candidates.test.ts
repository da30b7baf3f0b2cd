import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planCandidates } from '../../../src/dns/name/candidates.ts';

const suffixes = ['office.corp.example', 'corp.example'].map((suffix) => ({ suffix, source: 'test', approves: true }));

function names(asked: string, ndots = 1, list = suffixes): readonly string[] | string {
  const plan = planCandidates({ asked, suffixes: list, ndots });
  return plan.kind === 'candidates' ? plan.candidates.map(({ name }) => name) : plan.kind;
}

describe('the candidates of a name', () => {
  it('are its completions, in the order of the suffixes, for a name without a dot', () => {
    expect(names('mail')).toEqual(['mail.office.corp.example', 'mail.corp.example']);
  });

  it('begin with the name as it is when it has dots enough', () => {
    expect(names('mail.hq')).toEqual(['mail.hq', 'mail.hq.office.corp.example', 'mail.hq.corp.example']);
  });

  it('end with the name as it is when it has too few dots', () => {
    expect(names('mail.hq', 2)).toEqual(['mail.hq.office.corp.example', 'mail.hq.corp.example', 'mail.hq']);
  });

  it('never are the short name itself, not even with ndots 0', () => {
    expect(names('mail', 0)).toEqual(['mail.office.corp.example', 'mail.corp.example']);
  });

  it('are the name alone when it ends with a dot', () => {
    expect(names('mail.hq.')).toEqual(['mail.hq']);
  });

  it('are none for a single label with a final dot, which would be asked for as it is', () => {
    expect(names('mail.')).toBe('invalid');
  });

  it('are none for a short name without a search list', () => {
    expect(names('mail', 1, [])).toBe('no-search-list');
  });

  it('leave out a root suffix, a suffix that is none, and one that makes the name too long', () => {
    const odd = ['.', '', 'a b', `${'a23456789.'.repeat(25)}example`].map((suffix) => ({
      suffix,
      source: 's',
      approves: true,
    }));
    expect(names('mail', 1, odd)).toBe('no-search-list');
  });

  it('occur once each, the first time', () => {
    expect(names('mail', 1, [...suffixes, ...suffixes])).toHaveLength(2);
  });

  it('are not more than anybody needs', () => {
    const many = Array.from({ length: 500 }, (_, i) => ({ suffix: `s${i}.example`, source: 's', approves: false }));
    expect(names('mail', 1, many)).toHaveLength(32);
  });

  it('have more than one label, and lie under a suffix as it was given, whatever is asked', () => {
    const asked = fc.oneof(fc.domain(), fc.string(), fc.constantFrom('mail', 'mail.', '.', '..', 'ä'));
    fc.assert(
      fc.property(asked, fc.array(fc.domain(), { maxLength: 5 }), fc.nat(15), (text, list, ndots) => {
        const plan = planCandidates({
          asked: text,
          ndots,
          suffixes: list.map((suffix) => ({ suffix, source: '', approves: false })),
        });
        if (plan.kind !== 'candidates') return;
        for (const { name, suffix } of plan.candidates) {
          expect(name).toContain('.');
          if (suffix !== null) expect(name.endsWith(`.${suffix.suffix.toLowerCase()}`)).toBe(true);
        }
      }),
    );
  });
});
