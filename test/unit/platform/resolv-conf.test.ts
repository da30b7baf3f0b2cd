import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseResolvConf } from '../../../src/platform/linux/resolv-conf.ts';
import { fixture } from './recorded-machine.ts';

const suffixes = (text: string) => parseResolvConf(text).search.map(({ suffix }) => suffix);

describe('resolv.conf', () => {
  test('is read in full', () => {
    expect(parseResolvConf(fixture('linux/resolv.plain.conf'))).toEqual({
      servers: [
        { address: '10.1.0.53', port: 53, source: 'resolv.conf line 3' },
        { address: '10.2.0.53', port: 53, source: 'resolv.conf line 4' },
        { address: 'fe80::1%eth0', port: 53, source: 'resolv.conf line 5' },
      ],
      search: [
        { suffix: 'corp.example', line: 6 },
        { suffix: 'berlin.corp.example', line: 6 },
      ],
      hasSearch: true,
      ndots: 2,
      timeout: 3000,
      attempts: 4,
      rotate: true,
      useTcp: false,
      notes: [],
    });
  });

  test('that is odd in every line gives what can be used and says what cannot', () => {
    const conf = parseResolvConf(fixture('linux/resolv.odd.conf'));
    expect(conf.servers.map(({ address }) => address)).toEqual(['10.1.0.53', '2001:db8::53', '10.1.0.54']);
    expect(conf.search.map(({ suffix }) => suffix)).toEqual([
      'a.example',
      'b.example',
      'xn--mnchen-3ya.example',
      'c.example',
      'd.example',
      'e.example',
      'f.example',
    ]);
    expect(conf).toMatchObject({ ndots: 15, timeout: 1000, attempts: 2, rotate: false });
    expect(conf.notes).toEqual([
      "resolv.conf line 3: '10.1.0.300' is not an address",
      "resolv.conf line 4: '' is not an address",
      'resolv.conf line 9 replaces the search list of an earlier line',
      'resolv.conf line 10 replaces the search list of an earlier line',
      "resolv.conf line 10: '10.1.0.1' is not a domain name and is left out",
      'resolv.conf line 11 starts with a space, so the C library ignores it: nameserver 10.9.9.9',
      "The resolver option 'ndots:99' is out of range, 15 is used",
      "The resolver option 'timeout:0' is out of range, 1 is used",
      "The resolver option 'attempts:banana' is not understood",
      "The resolver option 'frobnicate' is not understood",
      'resolv.conf line 13 not understood: lookup file bind',
      'resolv.conf names 4 servers; only the first 3 are ever asked',
      'The search list has 7 suffixes; older programs use only the first 6',
    ]);
  });

  test('of search and domain, the last one counts', () => {
    expect(suffixes('search a.example b.example\ndomain c.example\n')).toEqual(['c.example']);
    expect(suffixes('domain c.example\nsearch a.example b.example\n')).toEqual(['a.example', 'b.example']);
  });

  test('with the root as its search list has a list, and an empty one', () => {
    expect(parseResolvConf('search .\n')).toMatchObject({ search: [], hasSearch: true, notes: [] });
    expect(parseResolvConf('nameserver 10.1.0.53\n')).toMatchObject({ search: [], hasSearch: false });
  });

  test.each([
    ['nothing', ''],
    ['only a byte order mark', '\uFEFF'],
    ['only comments', '# one\n; two\n'],
    ['no final line break', 'nameserver 10.1.0.53'],
  ])('with %s is no reason for a remark', (_what, text) => {
    expect(parseResolvConf(text).notes).toEqual([]);
  });

  test('use-vc asks for TCP', () => {
    expect(parseResolvConf('options use-vc').useTcp).toBe(true);
  });
});

describe('whatever stands in a resolv.conf', () => {
  const word = fc.oneof(
    fc.domain(),
    fc.ipV4(),
    fc.ipV6(),
    fc.constantFrom('.', '#', ';', '~.', 'ndots:3', 'timeout:', 'attempts:-1', '\t', '\uFEFF', '\r'),
    fc.string({ unit: 'binary' }),
  );
  const keyword = fc.constantFrom('nameserver', 'search', 'domain', 'options', 'sortlist', 'x', '');
  const line = fc.tuple(keyword, fc.array(word)).map(([first, words]) => [first, ...words].join(' '));
  const text = fc.oneof(
    fc.array(line).map((lines) => lines.join('\n')),
    fc.string({ unit: 'binary' }),
  );

  test('it is read without an error, and every suffix is a lower-case DNS name without its trailing dot', () => {
    fc.assert(
      fc.property(text, (content) => {
        const conf = parseResolvConf(content);
        for (const { suffix } of conf.search) {
          expect(suffix).toMatch(/^[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*$/);
          expect(suffix.length).toBeLessThanOrEqual(253);
        }
        expect(conf.ndots).toBeLessThanOrEqual(15);
        expect(conf.timeout).toBeGreaterThanOrEqual(1000);
        expect(conf.timeout).toBeLessThanOrEqual(30_000);
        expect(conf.attempts).toBeGreaterThanOrEqual(1);
        expect(conf.attempts).toBeLessThanOrEqual(5);
        expect(conf.servers.length).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('what is valid comes back as it was written', () => {
    const valid = fc.record({
      servers: fc.array(fc.oneof(fc.ipV4(), fc.ipV6()), { maxLength: 3 }),
      search: fc.uniqueArray(fc.domain(), { minLength: 1, maxLength: 6 }),
      ndots: fc.integer({ min: 0, max: 15 }),
      timeout: fc.integer({ min: 1, max: 30 }),
      attempts: fc.integer({ min: 1, max: 5 }),
      rotate: fc.boolean(),
      lineBreak: fc.constantFrom('\n', '\r\n'),
    });
    fc.assert(
      fc.property(valid, ({ servers, search, ndots, timeout, attempts, rotate, lineBreak }) => {
        const lines = [
          ...servers.map((address) => `nameserver ${address}`),
          `search ${search.join(' ')}`,
          `options ndots:${ndots} timeout:${timeout} attempts:${attempts}${rotate ? ' rotate' : ''}`,
        ];
        const conf = parseResolvConf(lines.join(lineBreak));
        expect(conf.servers.map(({ address }) => address)).toEqual(servers);
        expect(conf.search.map(({ suffix }) => suffix)).toEqual(search);
        expect(conf).toMatchObject({ ndots, timeout: timeout * 1000, attempts, rotate, notes: [] });
      }),
    );
  });
});
