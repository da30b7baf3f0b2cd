import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approves, type SuffixOrigin } from '../../../src/platform/index.ts';
import { isWithin, toSuffix, uniqueSuffixes } from '../../../src/platform/names.ts';

describe('a search suffix', () => {
  test.each([
    ['corp.example', 'corp.example'],
    ['Corp.EXAMPLE.', 'corp.example'],
    ['.corp.example', 'corp.example'],
    [' corp.example\t', 'corp.example'],
    ['lan', 'lan'],
    ['_tcp.corp_old.example', '_tcp.corp_old.example'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    [`${'a'.repeat(63)}.example`, `${'a'.repeat(63)}.example`],
  ])('%j is taken as %j', (written, taken) => {
    expect(toSuffix(written)).toBe(taken);
  });

  test.each([
    ['the root alone', '.'],
    ['nothing', ''],
    ['an empty label', 'corp..example'],
    ['a label that starts with a hyphen', '-corp.example'],
    ['an over-long label', `${'a'.repeat(64)}.example`],
    ['an over-long name', `${'abcdefgh.'.repeat(30)}example`],
    ['an address', '10.1.0.53'],
    ['a path', '../etc/passwd'],
    ['a remark', '#'],
    ['a line break', 'corp\n.example'],
    ['a bidi override', 'corp\u202e.example'],
  ])('%s is refused', (_why, written) => {
    expect(toSuffix(written)).toBeNull();
  });

  test('in its normal form stays as it is, whatever was written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.stringMatching(/^[A-Za-z0-9_.-]{0,40}$/), fc.string({ unit: 'binary' })), (written) => {
        const taken = toSuffix(written);
        if (taken !== null) expect(toSuffix(taken)).toBe(taken);
      }),
    );
  });

  test('that two sources give keeps its place and the stronger origin', () => {
    const learnt = { suffix: 'corp.example', origin: 'dhcp', source: 'link wlan0' } as const;
    const other = { suffix: 'cafe.example', origin: 'dhcp', source: 'link wlan0' } as const;
    const fixed = { suffix: 'corp.example', origin: 'static', source: 'link eth0' } as const;
    expect(uniqueSuffixes([learnt, other, fixed])).toEqual([fixed, other]);
  });
});

test('only an administrator approves names: by policy, by domain join or statically', () => {
  const all: Record<SuffixOrigin, boolean> = {
    policy: true,
    'domain-join': true,
    static: true,
    user: false,
    dhcp: false,
    'router-advertisement': false,
    unknown: false,
  };
  for (const origin of Object.keys(all) as SuffixOrigin[]) expect(approves(origin), origin).toBe(all[origin]);
});

test('a name whose end merely looks like a domain is not within it', () => {
  expect(isWithin('corp.example', 'corp.example')).toBe(true);
  expect(isWithin('a.corp.example', 'corp.example')).toBe(true);
  expect(isWithin('evilcorp.example', 'corp.example')).toBe(false);
});
