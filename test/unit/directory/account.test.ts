import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAccount } from '../../../src/directory/account/account.ts';
import { mailAddresses } from '../../../src/directory/account/addresses.ts';
import { chooseEntry } from '../../../src/directory/account/choose.ts';
import { fileTimeDate } from '../../../src/directory/account/file-time.ts';
import { accountAttributes } from '../../../src/directory/account/query.ts';
import { parseSignInName } from '../../../src/directory/index.ts';
import { toEntry } from '../../../src/directory/ldap/entry.ts';

type Attributes = Readonly<Record<string, readonly (string | Buffer)[]>>;

function entry(attributes: Attributes, dn = 'CN=x') {
  const list = Object.entries(attributes).map(([name, values]) => ({
    name,
    values: values.map((value) => Buffer.from(value)),
  }));
  return toEntry({ dn, attributes: list }, accountAttributes, (text) => text);
}

describe('an entry as an account', () => {
  it('takes the first of several forms that are there', () => {
    expect(toAccount(entry({ cn: ['Alice'], CN: ['ignored'] }))).toMatchObject({ displayName: 'Alice', dn: 'CN=x' });
    expect(toAccount(entry({ cn: ['Alice'], DisplayName: ['Dr. Alice'] })).displayName).toBe('Dr. Alice');
  });

  it.each([
    [{ mailHost: ['mx.corp.example'], msExchHomeServerName: ['/o=C/cn=Servers/cn=EX1'] }, 'mx.corp.example'],
    [{ msExchHomeServerName: ['/o=C/ou=A/cn=Configuration/cn=Servers/cn=EX1'] }, 'EX1'],
    [{ homeMDB: ['CN=Store,CN=First,CN=InformationStore,CN=EX2,CN=Servers,CN=A,DC=corp,DC=example'] }, 'EX2'],
    [{ homeMDB: ['CN=Store,CN=EX2,CN=Servers,DC=corp,DC=example'] }, 'EX2'],
    [{ homeMDB: ['not a dn'] }, null],
    [{}, null],
  ] as [Attributes, string | null][])('finds the home server in %j', (attributes, server) => {
    expect(toAccount(entry(attributes)).homeServer).toBe(server);
  });

  it('does without what is no text, no number and no time', () => {
    const account = toAccount(
      entry({ displayName: [Buffer.from([0xff, 0xfe])], cn: ['x'], badPwdCount: ['-1'], badPasswordTime: ['soon'] }),
    );
    expect(account).toMatchObject({ displayName: 'x', badPasswordCount: null, lastBadPasswordAt: null });
  });

  it('tells bad passwords and when the password ends', () => {
    const account = toAccount(
      entry({
        badPwdCount: ['2'],
        badPasswordTime: ['133000000000000000'],
        'msDS-UserPasswordExpiryTimeComputed': ['9223372036854775807'],
      }),
    );
    expect(account).toMatchObject({
      badPasswordCount: 2,
      lastBadPasswordAt: '2022-06-18T04:26:40.000Z',
      passwordExpiresAt: null,
    });
  });

  it('has the values of an attribute that came in ranges, and knows that more exist', () => {
    const own = entry({ 'proxyAddresses;range=0-1': ['SMTP:a@x.example', 'smtp:b@x.example'], proxyAddresses: [] });
    expect(toAccount(own)).toMatchObject({ mail: 'a@x.example', aliases: ['b@x.example'] });
    expect(own.incomplete).toEqual(['proxyaddresses']);
    expect(entry({ 'proxyAddresses;range=0-*': ['SMTP:a@x.example'] }).incomplete).toEqual([]);
  });
});

describe('mail addresses', () => {
  it.each([
    [['a@x.example'], ['SMTP:a@x.example', 'smtp:b@x.example', 'smtp:B@x.example'], 'a@x.example', ['b@x.example']],
    [[], ['smtp:b@x.example', 'SMTP:a@x.example'], 'a@x.example', ['b@x.example']],
    [['m@x.example'], ['SMTP:a@x.example'], 'm@x.example', ['a@x.example']],
    [[], ['X500:/o=C/cn=a', 'SIP:a@x.example', 'EUM:1@x'], null, []],
    [['a@x.example\r\nRCPT TO:<e@e.example>', 'a b@x', '<a@x>', 'a@@x', ''], ['SMTP:a@x>'], null, []],
    [['müller@bücher.example'], [], 'müller@bücher.example', []],
  ])('of %j and %j', (mail, proxies, primary, aliases) => {
    expect(mailAddresses(mail, proxies)).toEqual({ mail: primary, aliases });
  });

  it('never have in them what SMTP would read as syntax', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'a.@ <>\r\n\0,;"') })), (texts) => {
        const { mail, aliases } = mailAddresses(
          texts,
          texts.map((text) => `smtp:${text}`),
        );
        for (const found of [mail ?? 'a@b', ...aliases]) expect(found).toMatch(/^[^\s<>,;"\0@]+@[^\s<>,;"\0@]+$/);
      }),
    );
  });
});

describe('a FILETIME', () => {
  it.each(['0', '9223372036854775807', '', '-1', 'x', '99999999999999999999', undefined])(
    'of %s is no date',
    (text) => {
      expect(fileTimeDate(text)).toBeNull();
    },
  );

  it('is the date that it stands for', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1601-01-02'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const ticks = (BigInt(date.getTime()) + 11_644_473_600_000n) * 10_000n;
          expect(fileTimeDate(String(ticks))).toEqual(date);
        },
      ),
    );
  });
});

describe('the choice among several entries', () => {
  const choose = (user: string, ...all: ReturnType<typeof entry>[]) => {
    const name = parseSignInName(user);
    return name.ok ? chooseEntry(all, name.value)?.dn : undefined;
  };
  const byUpn = entry({ userPrincipalName: ['Alice@corp.example'] }, 'CN=upn');
  const bySam = entry({ sAMAccountName: ['alice'] }, 'CN=sam');
  const byMail = entry({ mail: ['alice@corp.example'] }, 'CN=mail');
  const byAlias = entry({ proxyAddresses: ['smtp:alice@corp.example'] }, 'CN=alias');

  it('goes by UPN, then account name, then address, then alias', () => {
    expect(choose('alice@corp.example', byAlias, byMail, bySam, byUpn)).toBe('CN=upn');
    expect(choose('alice@corp.example', byAlias, byMail, bySam)).toBe('CN=sam');
    expect(choose('alice@corp.example', byAlias, byMail)).toBe('CN=mail');
    expect(choose('alice@corp.example', byAlias)).toBe('CN=alias');
  });

  it('is not made when two fit equally well, or none is there', () => {
    expect(choose('alice@corp.example', byMail, byMail)).toBeUndefined();
    expect(choose('alice@corp.example')).toBeUndefined();
  });
});
