import { Client, EqualityFilter } from 'ldapts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failedPasswords, type Lab, startLab } from '../../../src/lab/index.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab.stop());

const people = 'OU=People,DC=corp,DC=example';

async function connected<T>(use: (client: Client) => Promise<T>): Promise<T> {
  const tlsOptions = { ca: [lab.ca], servername: 'dc1.corp.example' };
  const client = new Client({ url: `ldaps://127.0.0.1:${lab.ports.ldaps}`, tlsOptions });
  try {
    return await use(client);
  } finally {
    await client.unbind();
  }
}

function signedIn<T>(use: (client: Client) => Promise<T>): Promise<T> {
  return connected(async (client) => {
    await client.bind('alice@corp.example', lab.password);
    return use(client);
  });
}

test.each([
  'alice@corp.example',
  'ALICE@Corp.Example',
  'CORP\\alice',
  'corp.example\\alice',
  'alice@CORP',
  `CN=Alice Müller-Łukasz,${people}`,
])('%s signs alice in', async (name) => {
  const whoAmI = await connected(async (client) => {
    await client.bind(name, lab.password);
    return client.exop('1.3.6.1.4.1.4203.1.11.3');
  });
  expect(whoAmI.value).toBe('u:CORP\\alice');
});

test.each([
  ['alice', '52e'],
  ['nobody@corp.example', '525'],
  ['henry@corp.example', '530'],
  ['walter@corp.example', '531'],
  ['peter@corp.example', '532'],
  ['dora@corp.example', '533'],
  ['oscar@corp.example', '701'],
  ['mona@corp.example', '773'],
  ['luke@corp.example', '775'],
])('%s is refused with data %s', async (name, code) => {
  await expect(connected((client) => client.bind(name, lab.password))).rejects.toMatchObject({
    code: 49,
    message: expect.stringContaining(`AcceptSecurityContext error, data ${code}, v4563`),
  });
});

test('the state of an account is told only to who knows its password', async () => {
  const wrong = connected((client) => client.bind('dora@corp.example', 'wrong'));
  await expect(wrong).rejects.toMatchObject({ message: expect.stringContaining('data 52e') });
});

test('every failing bind is counted, none with its password', async () => {
  const before = failedPasswords(lab.log);
  await expect(connected((client) => client.bind('alice@corp.example', 'canary-7d1'))).rejects.toThrow();
  expect(failedPasswords(lab.log)).toBe(before + 1);
  expect(JSON.stringify(lab.log)).not.toContain('canary-7d1');
});

test('a clear-text bind is refused with result 8, and the same connection works after StartTLS', async () => {
  const client = new Client({ url: `ldap://127.0.0.1:${lab.ports.ldap}` });
  await expect(client.bind('alice@corp.example', lab.password)).rejects.toMatchObject({ code: 8 });
  await client.startTLS({ ca: [lab.ca], servername: 'dc1.corp.example' });
  await client.bind('alice@corp.example', lab.password);
  await client.unbind();
});

test('anybody may read the root entry, and nothing else', async () => {
  await connected(async (client) => {
    const { searchEntries } = await client.search('', { scope: 'base' });
    expect(searchEntries).toMatchObject([
      {
        defaultNamingContext: 'DC=corp,DC=example',
        configurationNamingContext: 'CN=Configuration,DC=corp,DC=example',
        dnsHostName: 'dc1.corp.example',
        ldapServiceName: 'corp.example:dc1$@CORP.EXAMPLE',
      },
    ]);
    await expect(client.search('DC=corp,DC=example')).rejects.toMatchObject({ code: 1 });
  });
});

test('people are found whatever the case of names and values', async () => {
  const found = await signedIn((client) =>
    client.search('dc=CORP, dc=Example', {
      filter: '(&(OBJECTCLASS=User)(|(ProxyAddresses=SMTP:A.Mueller@corp.example)(samaccountname=nobody)))',
      attributes: ['DISPLAYNAME', 'mail', 'proxyAddresses', 'msDS-UserPasswordExpiryTimeComputed'],
    }),
  );
  expect(found.searchEntries).toEqual([
    {
      dn: `CN=Alice Müller-Łukasz,${people}`,
      displayName: 'Alice Müller-Łukasz',
      mail: 'alice@corp.example',
      proxyAddresses: ['SMTP:alice@corp.example', 'smtp:a.mueller@corp.example', 'smtp:postmaster@corp.example'],
      'msDS-UserPasswordExpiryTimeComputed': expect.stringMatching(/^\d{18}$/),
    },
  ]);
  expect(found.searchReferences).toEqual(['ldap://corp.example/CN=Configuration,DC=corp,DC=example']);
});

test('an entry whose name holds a comma is read by its DN', async () => {
  const { searchEntries, searchReferences } = await signedIn((client) =>
    client.search(`CN=Builder\\, Bob,${people}`, { scope: 'base', attributes: ['msExchHomeServerName'] }),
  );
  expect(searchEntries).toMatchObject([{ msExchHomeServerName: expect.stringMatching(/\/cn=EX1$/) }]);
  expect(searchReferences).toEqual([]);
});

test('computed attributes are shown only when they are asked for', async () => {
  const name = 'msDS-User-Account-Control-Computed';
  const read = (attributes: string[]) =>
    signedIn((client) => client.search(people, { filter: '(sAMAccountName=luke)', attributes }));
  expect((await read([])).searchEntries[0]?.[name]).toBeUndefined();
  expect((await read([name])).searchEntries[0]?.[name]).toBe('16');
});

test('a binary attribute is found by its octets', async () => {
  await signedIn(async (client) => {
    const read = {
      filter: '(sAMAccountName=bob)',
      attributes: ['objectGUID'],
      explicitBufferAttributes: ['objectGUID'],
    };
    const guid = (await client.search(people, read)).searchEntries[0]?.['objectGUID'];
    const filter = new EqualityFilter({ attribute: 'objectGUID', value: guid as Buffer });
    expect((await client.search(people, { filter })).searchEntries).toMatchObject([{ sAMAccountName: 'bob' }]);
  });
});

test('scopes, wildcards, negation and the size limit do as RFC 4511 says', async () => {
  await signedIn(async (client) => {
    const count = async (options: Parameters<Client['search']>[1], base = people) =>
      (await client.search(base, options)).searchEntries.length;
    expect(await count({ scope: 'base' })).toBe(1);
    expect(await count({ scope: 'one' })).toBe(lab.accounts.length);
    expect(await count({ scope: 'one', filter: '(mail=*)' })).toBe(lab.accounts.length - 1);
    expect(await count({ scope: 'one', filter: '(!(mail=*))' })).toBe(1);
    expect(await count({ scope: 'one', filter: '(mail=al*e@*example)' })).toBe(1);
    expect(await count({ scope: 'one', filter: '(objectCategory=person)', paged: true })).toBe(lab.accounts.length);
    // The client keeps to itself that result 4 has cut the list off.
    expect(await count({ sizeLimit: 2 })).toBe(2);
    await expect(count({}, 'OU=Nowhere,DC=corp,DC=example')).rejects.toMatchObject({ code: 32 });
    await expect(count({}, 'DC=other,DC=example')).rejects.toMatchObject({ code: 10 });
  });
});

test('a filter that the lab does not understand matches nothing, nor does its opposite', async () => {
  const found = (filter: string) => signedIn(async (client) => (await client.search(people, { filter })).searchEntries);
  expect(await found('(uSNChanged>=1)')).toEqual([]);
  expect(await found('(!(uSNChanged>=1))')).toEqual([]);
});
