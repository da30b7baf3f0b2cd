import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../src/submission/index.ts';
import { anyText } from '../../fakes/any-text.ts';

describe('mail addresses', () => {
  it.each([
    ['alice@corp.example', 'alice', 'corp.example'],
    ['a.b+tag@sub.corp.example', 'a.b+tag', 'sub.corp.example'],
    ["o'neil!#$%&*/=?^_`{|}~-@x.example", "o'neil!#$%&*/=?^_`{|}~-", 'x.example'],
    ['"a..b"@x.example', '"a..b"', 'x.example'],
    ['"a@b"@x.example', '"a@b"', 'x.example'],
    ['bob@bücher.example', 'bob', 'xn--bcher-kva.example'],
    ['bob@[192.0.2.1]', 'bob', '[192.0.2.1]'],
    ['bob@[IPv6:2001:db8::1]', 'bob', '[IPv6:2001:db8::1]'],
    ['jörg@corp.example', 'jörg', 'corp.example'],
    ['用户@例子.example', '用户', 'xn--fsqu00a.example'],
  ])('takes %s', (text, local, domain) => {
    const parsed = parseAddress(text, '--to');
    expect(parsed.ok && parsed.value).toMatchObject({ local, domain, text });
  });

  it('knows which ones need SMTPUTF8', () => {
    const needs = (text: string) => {
      const parsed = parseAddress(text, '--to');
      return parsed.ok && parsed.value.needsUtf8;
    };
    expect([needs('a@b.example'), needs('a@bücher.example'), needs('jörg@b.example')]).toEqual([false, false, true]);
  });

  it.each([
    'x@y.z>\r\nRCPT TO:<e@e',
    'x@y.z> NOTIFY=NEVER',
    'Bob <bob@corp.example>',
    '<bob@corp.example>',
    'bob@corp.example, eve@corp.example',
    'bob@corp.example\n',
    ' bob@corp.example',
    'bob @corp.example',
    'bob',
    'bob@',
    '@corp.example',
    'bob@corp',
    'bob@corp.example.',
    'bob@.corp.example',
    'bob@corp..example',
    'bob@-corp.example',
    'bob@corp_x.example',
    '.bob@corp.example',
    'bob.@corp.example',
    'b..ob@corp.example',
    'bob@evil@corp.example',
    '"a b"@corp.example',
    '"a\\"b"@corp.example',
    '"a>b"@corp.example',
    'bob@[300.0.0.1]',
    'bob@[192.0.2.1',
    'bob@[IPv6:fe80::1%eth0]',
    'bob@[x]',
    'bob\u202e@corp.example',
    'bob\u0085@corp.example',
    'bob\ud800@corp.example',
    `${'x'.repeat(65)}@corp.example`,
    `bob@${'x'.repeat(64)}.example`,
    `bob@${'x.'.repeat(130)}example`,
    'bob@ex／ample.com',
    '',
  ])('refuses %j, with a reason', (text) => {
    const parsed = parseAddress(text, '--to');
    expect(parsed.ok ? null : parsed.error).toMatchObject({
      code: 'input.invalid',
      args: { argument: '--to', value: text, reason: expect.stringMatching(/\w/) },
    });
  });

  const anything = fc.oneof(
    anyText(),
    fc.tuple(anyText(10), fc.domain()).map(([local, domain]) => `${local}@${domain}`),
    fc.emailAddress(),
    fc.tuple(fc.string(), fc.domain()).map(([local, domain]) => `${local}@${domain}`),
    fc.string({ unit: fc.constantFrom(...'ab.@<> "\\[]\r\n\0é:') }),
  );

  it('accepts nothing that could end a path or a command', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const parsed = parseAddress(text, '--to');
        if (!parsed.ok) return;
        const { local, domain } = parsed.value;
        expect(`${local}@${domain}`).not.toMatch(/[<>\s\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
        expect(domain).toMatch(/^[\x21-\x7e]+$/);
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads what it accepted as the same address again', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const first = parseAddress(text, '--to');
        if (!first.ok) return;
        const { local, domain } = first.value;
        const again = parseAddress(`${local}@${domain}`, '--to');
        expect(again.ok && again.value).toMatchObject({ local, domain });
      }),
    );
  });
});
