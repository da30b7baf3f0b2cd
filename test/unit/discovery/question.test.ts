import { expect, it } from 'vitest';
import { questionOf } from '../../../src/discovery/index.ts';

it.each([
  ['alice@corp.example', { address: 'alice@corp.example', localPart: 'alice', domain: 'corp.example' }],
  ['Alice@Corp.Example.', { address: 'Alice@corp.example', localPart: 'Alice', domain: 'corp.example' }],
  ['corp.example', { address: null, localPart: null, domain: 'corp.example' }],
  [
    'alice@bücher.example',
    { address: 'alice@xn--bcher-kva.example', localPart: 'alice', domain: 'xn--bcher-kva.example' },
  ],
  ['"a@b"@corp.example', { address: '"a@b"@corp.example', localPart: '"a@b"', domain: 'corp.example' }],
])('%s asks for the settings of a domain', (asked, question) => {
  expect(questionOf(asked)).toEqual({ ok: true, value: question });
});

it.each(['', 'alice', '@corp.example', 'alice@mail', 'alice@corp .example', 'alice@-.example', 'a@b..c'])(
  '%j names no domain that DNS could know',
  (asked) => {
    expect(questionOf(asked)).toMatchObject({
      ok: false,
      error: { code: 'settings.no-domain', args: { address: asked } },
    });
  },
);
