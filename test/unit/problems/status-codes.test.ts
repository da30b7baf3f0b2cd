import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainStatus } from '../../../src/problems/index.ts';

/** The highest detail that is registered for each subject, 0 to 7. */
const registered = [0, 10, 4, 6, 7, 6, 10, 30];

describe('an enhanced status code', () => {
  it.each([
    ['5.1.1', 'permanent', 'address', /mailbox of the recipient does not exist/],
    ['5.1.10', 'permanent', 'address', /recipient.*null MX/],
    ['4.2.2', 'temporary', 'mailbox', /full/],
    ['5.3.4', 'permanent', 'mail system', /larger/],
    ['4.3.6', 'temporary', 'mail system', /priority/],
    ['4.4.1', 'temporary', 'network or routing', /did not answer/],
    ['5.5.6', 'permanent', 'protocol', /sign-in is too long/],
    ['5.6.6', 'permanent', 'message content', /could not be fetched/],
    ['5.7.1', 'permanent', 'security or policy', /rule against this delivery/],
    ['5.7.8', 'permanent', 'security or policy', /password was not accepted/],
    ['4.7.12', 'temporary', 'security or policy', /another method first/],
    ['5.7.13', 'permanent', 'security or policy', /disabled/],
    ['5.7.15', 'permanent', 'security or policy', /priority/],
    ['5.7.23', 'permanent', 'security or policy', /SPF/],
    ['5.7.25', 'permanent', 'security or policy', /reverse DNS/],
    ['5.7.26', 'permanent', 'security or policy', /more than one check/],
    ['5.7.27', 'permanent', 'security or policy', /sender.*null MX/],
    ['5.7.30', 'permanent', 'security or policy', /REQUIRETLS/],
    ['2.1.5', 'success', 'address', /valid/],
  ])('%s is explained', (code, kind, subject, meaning) => {
    expect(explainStatus(code)).toEqual({ class: kind, subject, meaning: expect.stringMatching(meaning) });
  });

  it('has a meaning of its own for each registered detail', () => {
    for (const [subject, highest] of registered.entries()) {
      for (let detail = 0; detail <= highest; detail++) {
        const found = explainStatus(`5.${subject}.${detail}`);
        expect(found?.meaning, `5.${subject}.${detail}`).not.toBe(found?.subject);
      }
    }
  });

  it('falls back to its subject when the detail is not registered', () => {
    for (const [subject, highest] of registered.entries()) {
      const found = explainStatus(`5.${subject}.${highest + 1}`);
      expect(found?.meaning).toBe(found?.subject);
    }
    expect(explainStatus('5.7.99')?.meaning).toBe('security or policy');
    expect(explainStatus('5.7.606')?.meaning).toBe('security or policy');
  });

  it('keeps its class when the subject is not registered', () => {
    expect(explainStatus('4.9.1')).toEqual({ class: 'temporary', subject: 'other', meaning: 'other' });
  });

  it.each(['', '5', '5.7', '5.7.1.1', '3.7.1', '5.07.1', '5.7.01', '5.7.1000', ' 5.7.1', '5.7.1\n', '5.7.x', '550'])(
    'is not seen in %j',
    (text) => {
      expect(explainStatus(text)).toBeNull();
    },
  );

  it('never throws, whatever the text', () => {
    const numbers = fc.tuple(fc.nat(9), fc.nat(1_200), fc.nat(1_200)).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), numbers), (text) => {
        const found = explainStatus(text);
        if (found) expect(found.meaning).not.toBe('');
      }),
    );
  });
});
