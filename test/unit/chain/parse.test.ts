import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as parse from '../../../src/chain/parse/index.ts';

const flawOf = (result: parse.Parsed<unknown>) => (result.ok ? null : result.error);

describe('a port', () => {
  it.each([
    ['1', 1],
    ['587', 587],
    ['65535', 65_535],
  ])('may be %s', (text, port) => {
    expect(parse.parsePort(text)).toEqual({ ok: true, value: port });
  });

  it.each(['0', '65536', '-1', '1e3', '0x19', '', ' 25', '25.0', '999999'])('may not be “%s”', (text) => {
    expect(flawOf(parse.parsePort(text))).toBe('not-a-port');
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
    expect(flawOf(parse.parseSeconds(text))).toBe('not-seconds');
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
      expect(flawOf(parse.parseDnsServers(text))).toBe('not-dns-servers');
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
      expect(flawOf(parse.parseDomain(text))).toBe('not-a-domain');
    },
  );

  it('comes in lists, each once', () => {
    expect(parse.parseDomains('b.example, a.example,b.example')).toEqual({
      ok: true,
      value: ['b.example', 'a.example'],
    });
    expect(flawOf(parse.parseDomains('a.example,,b.example'))).toBe('not-domains');
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
    ['smtp://mail', 'server-with-scheme'],
    ['mail:587', 'server-with-port'],
    ['[2001:db8::1]:587', 'server-with-port'],
    ['alice@corp.example', 'server-looks-like-address'],
    ['', 'not-a-server'],
    ['mail server', 'not-a-server'],
  ])('may not be “%s”: %s', (text, flaw) => {
    expect(flawOf(parse.parseServer(text))).toBe(flaw);
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
    ['bob', 'not-an-address'],
    ['@partner.example', 'not-an-address'],
    ['bob@', 'address-without-domain'],
    ['bob@par tner.example', 'address-without-domain'],
    ['Bob <bob@partner.example>', 'something-around-address'],
    ['bob smith@partner.example', 'something-around-address'],
    ['"bob@partner.example', 'something-around-address'],
    ['bob@a.example,eve@b.example', 'several-addresses'],
    ['x@y.example>\r\nRCPT TO:<e@e.example', 'something-around-address'],
    ['b..ob@partner.example', 'address-dots'],
    ['.bob@partner.example', 'address-dots'],
    [`${'a'.repeat(400)}@a.example`, 'address-too-long'],
  ])('may not be “%s”: %s', (text, flaw) => {
    expect(flawOf(parse.parseMailAddress(text))).toBe(flaw);
  });

  it('never holds a line end, a blank in its domain, or nothing', { timeout: 60_000 }, () => {
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
    expect(flawOf(parse.parseDestination('not a domain'))).toBe('not-a-destination');
    expect(flawOf(parse.parseDestination('bob@'))).toBe('address-without-domain');
  });
});

describe('whose settings are looked for', () => {
  it.each([
    ['alice@corp.example', null, 'alice@corp.example'],
    ['Corp.Example', null, 'corp.example'],
    ['alice', 'corp.example', 'alice@corp.example'],
    ['CORP\\alice', 'corp.example', 'alice@corp.example'],
    ['partner.example', 'corp.example', 'partner.example'],
    ['bob@partner.example', 'corp.example', 'bob@partner.example'],
  ])('%s is, where the domain %s is known, %s', (text, domain, value) => {
    expect(parse.parseWhose(text, domain)).toEqual({ ok: true, value });
  });

  it.each(['mail', 'mail.', 'alice@corp', 'alice.smith@corp'])('cannot be told from “%s” alone', (text) => {
    expect(flawOf(parse.parseWhose(text, null))).toBe('bare-name');
  });

  it('is an address or a domain and nothing else', () => {
    expect(flawOf(parse.parseWhose('not a domain', null))).toBe('not-a-destination');
    expect(flawOf(parse.parseWhose('Alice Smith', 'corp.example'))).toBe('something-around-address');
  });
});

describe('a sign-in name', () => {
  it.each(['alice@corp.example', 'CORP\\alice', 'alice', 'CN=Alice,DC=corp,DC=example'])('may be %s', (text) => {
    expect(parse.parseUser(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    ['', 'not-a-user'],
    ['  ', 'not-a-user'],
    ['a\u0000b', 'not-a-user'],
    ['a\nb', 'not-a-user'],
    ['\\alice', 'user-without-start'],
    ['@corp.example', 'user-without-start'],
    ['CORP\\', 'user-without-end'],
    ['alice@', 'user-without-end'],
  ])('may not be “%s”: %s', (text, flaw) => {
    expect(flawOf(parse.parseUser(text))).toBe(flaw);
  });
});

describe('a site and a subject', () => {
  it('are one line each', () => {
    expect(parse.parseSite(' HQ ')).toEqual({ ok: true, value: 'HQ' });
    expect(flawOf(parse.parseSite(''))).toBe('not-a-site');
    expect(parse.parseSubject('')).toEqual({ ok: true, value: '' });
    expect(flawOf(parse.parseSubject('a\nb'))).toBe('not-a-subject');
  });
});

describe('the kind of TLS', () => {
  it('is one of two', () => {
    expect(parse.parseSecurity('implicit')).toEqual({ ok: true, value: 'implicit' });
    expect(parse.parseSecurity('starttls')).toEqual({ ok: true, value: 'starttls' });
    expect(flawOf(parse.parseSecurity('none'))).toBe('not-security');
  });
});
