import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as parse from '../../../src/cli/parse/index.ts';
import type { Result } from '../../../src/core/index.ts';

const refused = (result: Result<unknown, string>) => !result.ok && result.error.length > 10;

describe('a port', () => {
  it.each([
    ['1', 1],
    ['587', 587],
    ['65535', 65_535],
  ])('may be %s', (text, port) => {
    expect(parse.parsePort(text)).toEqual({ ok: true, value: port });
  });

  it.each(['0', '65536', '-1', '1e3', '0x19', '', ' 25', '25.0', '999999'])('may not be “%s”', (text) => {
    expect(refused(parse.parsePort(text))).toBe(true);
  });
});

describe('a time-out', () => {
  it.each([
    ['30', 30_000],
    ['0.5', 500],
    ['3600', 3_600_000],
  ])('of %s seconds', (text, ms) => {
    expect(parse.parseSeconds(text)).toEqual({ ok: true, value: ms });
  });

  it.each(['0', '-5', '3601', '30s', '', 'Infinity'])('may not be “%s”', (text) => {
    expect(refused(parse.parseSeconds(text))).toBe(true);
  });
});

describe('DNS servers', () => {
  it.each([
    ['10.0.0.53', [{ address: '10.0.0.53', port: 53 }]],
    ['10.0.0.53:5353', [{ address: '10.0.0.53', port: 5353 }]],
    ['::1', [{ address: '::1', port: 53 }]],
    ['[::1]', [{ address: '::1', port: 53 }]],
    ['[2001:db8::1]:5353', [{ address: '2001:db8::1', port: 5353 }]],
    [
      '10.0.0.1, 10.0.0.2:54',
      [
        { address: '10.0.0.1', port: 53 },
        { address: '10.0.0.2', port: 54 },
      ],
    ],
  ])('may be given as %s', (text, servers) => {
    expect(parse.parseDnsServers(text)).toEqual({ ok: true, value: servers });
  });

  it.each(['ns.example', '10.0.0.53:', '10.0.0.53:0', '[10.0.0.1]:53', '::1:53:', '', '10.0.0.1,', '300.0.0.1'])(
    'may not be given as “%s”',
    (text) => {
      expect(refused(parse.parseDnsServers(text))).toBe(true);
    },
  );

  it('survive the way through text', () => {
    const address = fc.oneof(
      fc.ipV4(),
      fc.ipV6().map((text) => `[${text}]`),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(address, fc.integer({ min: 1, max: 65_535 })), { minLength: 1 }), (servers) => {
        const text = servers.map(([host, port]) => `${host}:${port}`).join(',');
        const expected = servers.map(([host, port]) => ({ address: host.replace(/[[\]]/g, ''), port }));
        expect(parse.parseDnsServers(text)).toEqual({ ok: true, value: expected });
      }),
    );
  });
});

describe('a domain', () => {
  it.each([
    ['corp.example', 'corp.example'],
    ['Corp.Example.', 'corp.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['lan', 'lan'],
    ['_msdcs.corp.example', '_msdcs.corp.example'],
  ])('%s is %s', (text, domain) => {
    expect(parse.parseDomain(text)).toEqual({ ok: true, value: domain });
  });

  it.each(['', '.', 'a..b', '-a.example', `${'a'.repeat(64)}.example`, 'a b', '10.0.0.1', 'a@b', 'x\u001b[2J.example'])(
    'may not be “%s”',
    (text) => {
      expect(refused(parse.parseDomain(text))).toBe(true);
    },
  );

  it('comes in lists, each once', () => {
    expect(parse.parseDomains('b.example, a.example,b.example')).toEqual({
      ok: true,
      value: ['b.example', 'a.example'],
    });
    expect(refused(parse.parseDomains('a.example,,b.example'))).toBe(true);
  });
});

describe('a server', () => {
  it.each([
    ['mail', 'mail'],
    ['Mail.corp.example', 'mail.corp.example'],
    ['mail.corp.example.', 'mail.corp.example.'],
    ['10.1.2.3', '10.1.2.3'],
    ['2001:db8::1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
  ])('%s is %s', (text, server) => {
    expect(parse.parseServer(text)).toEqual({ ok: true, value: server });
  });

  it.each([
    ['smtp://mail', /scheme/],
    ['mail:587', /--port/],
    ['[2001:db8::1]:587', /--port/],
    ['alice@corp.example', /mail address/],
    ['', /name or address/],
    ['mail server', /name or address/],
  ])('may not be “%s”, and the fix is named', (text, fix) => {
    const result = parse.parseServer(text);
    expect(result.ok ? '' : result.error).toMatch(fix);
  });
});

describe('a mail address', () => {
  it.each(['bob@partner.example', '"b o b"@partner.example', 'jörg@bücher.example', "o'neil+x@a.example"])(
    'may be %s',
    (text) => {
      expect(parse.parseMailAddress(text)).toEqual({ ok: true, value: text });
    },
  );

  it.each([
    'bob',
    '@partner.example',
    'bob@',
    'Bob <bob@partner.example>',
    'bob@a.example,eve@b.example',
    'x@y.example>\r\nRCPT TO:<e@e.example',
    'bob@par tner.example',
    'b..ob@partner.example',
    '.bob@partner.example',
    'bob smith@partner.example',
    '"bob@partner.example',
    `${'a'.repeat(400)}@a.example`,
  ])('may not be “%s”', (text) => {
    expect(refused(parse.parseMailAddress(text))).toBe(true);
  });

  it('never holds a line end, a blank in its domain, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const result = parse.parseMailAddress(text);
        if (result.ok) expect(result.value).toMatch(/^[^\r\n\0]+@[^\s@]+$/);
      }),
    );
  });
});

describe('a destination', () => {
  it.each([
    ['bob@partner.example', 'bob@partner.example'],
    ['Partner.Example', 'partner.example'],
  ])('%s is %s', (text, value) => {
    expect(parse.parseDestination(text)).toEqual({ ok: true, value });
  });

  it('is an address or a domain and nothing else', () => {
    expect(refused(parse.parseDestination('not a domain'))).toBe(true);
    expect(refused(parse.parseDestination('bob@'))).toBe(true);
  });
});

describe('a sign-in name', () => {
  it.each(['alice@corp.example', 'CORP\\alice', 'alice', 'CN=Alice,DC=corp,DC=example'])('may be %s', (text) => {
    expect(parse.parseUser(text)).toEqual({ ok: true, value: text });
  });

  it.each(['', '  ', 'a\u0000b', 'a\nb', '\\alice', 'CORP\\', '@corp.example', 'alice@'])('may not be “%s”', (text) => {
    expect(refused(parse.parseUser(text))).toBe(true);
  });
});
