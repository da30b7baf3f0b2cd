import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOsDns } from '../../../src/platform/index.ts';
import { parsePowershellDns } from '../../../src/platform/windows/parse-powershell.ts';
import { DNS_ARGS } from '../../../src/platform/windows/script.ts';
import { fixture, NEVER, recordedMachine } from './recorded-machine.ts';

const read = (output: string) =>
  readOsDns(recordedMachine({ platform: 'win32', outputs: { 'powershell.exe': output } }), NEVER);
const search = async (facts: unknown) =>
  (await read(JSON.stringify(facts))).search.map(({ suffix, origin }) => `${suffix} ${origin}`);

describe('a Windows machine without a search list', () => {
  const output = fixture('windows/domain-joined.json');

  test('appends the primary suffix, those of its connections, and its parents down to the domain it joined', async () => {
    expect((await read(output)).search).toEqual([
      { suffix: 'berlin.eng.corp.example.com', origin: 'static', source: 'primary suffix of the computer' },
      { suffix: 'office.example', origin: 'dhcp', source: 'connection "Ethernet"' },
      { suffix: 'lab.corp.example.com', origin: 'static', source: 'connection "WLAN"' },
      { suffix: 'eng.corp.example.com', origin: 'static', source: 'parent of the primary suffix' },
      { suffix: 'corp.example.com', origin: 'static', source: 'parent of the primary suffix' },
    ]);
  });

  test('asks the servers of its connections, best metric first, each once, and no placeholder', async () => {
    const config = await read(output);
    expect(config.servers.map(({ address, source }) => `${address} ${source}`)).toEqual([
      '10.1.0.53 connection "Ethernet"',
      '10.2.0.53 connection "Ethernet"',
      '192.168.1.1 connection "WLAN"',
      'fe80::1%11 connection "WLAN"',
    ]);
    expect(config).toMatchObject({ machineDomain: 'corp.example.com', source: 'PowerShell', notes: [] });
  });
});

describe('the search list of Windows', () => {
  const policy = { SearchList: 'policy.example' };
  const tcpip = { SearchList: 'user.example', Domain: 'primary.example' };
  const clients = { InterfaceAlias: 'Ethernet', ConnectionSpecificSuffix: 'connection.example' };

  test('of the policy comes before all others', async () => {
    expect(await search({ policy, tcpip, clients })).toEqual(['policy.example policy']);
  });

  test('of the machine comes before the suffixes', async () => {
    expect(await search({ tcpip, clients })).toEqual(['user.example static']);
  });

  test('is void when it starts with a comma, and that is said', async () => {
    const config = await read(JSON.stringify({ policy: { SearchList: ',policy.example' }, tcpip, clients }));
    expect(config.search.map(({ suffix }) => suffix)).toEqual(['user.example']);
    expect(config.notes).toContain('A search list in group policy starts with a comma and is ignored');
  });

  test('ends at its first empty entry, and that is said', async () => {
    const config = await read(JSON.stringify({ policy: { SearchList: 'a.example, B.example,, c.example' } }));
    expect(config.search.map(({ suffix }) => suffix)).toEqual(['a.example', 'b.example']);
    expect(config.notes).toContain('The search list in group policy is cut at its first empty entry');
  });

  test('may end in a comma without a remark', async () => {
    const config = await read(JSON.stringify({ policy: { SearchList: 'a.example,' }, servers: clients }));
    expect(config.notes.filter((note) => note.includes('search list'))).toEqual([]);
  });

  test('may be a list of strings', async () => {
    expect(await search({ tcpip: { SearchList: ['a.example', 'b.example'] } })).toEqual([
      'a.example static',
      'b.example static',
    ]);
  });
});

describe('the primary suffix', () => {
  test('that is the joined domain was set by the join', async () => {
    const computer = { PartOfDomain: true, Domain: 'Corp.Example' };
    expect(await search({ tcpip: { Domain: 'corp.example' }, computer })).toEqual(['corp.example domain-join']);
  });

  test('that a policy sets is the policy’s', async () => {
    const primaryPolicy = { 'NV PrimaryDnsSuffix': 'corp.example' };
    expect(await search({ tcpip: { Domain: 'corp.example' }, primaryPolicy })).toEqual(['corp.example policy']);
  });
});

describe('devolution', () => {
  const tcpip = { Domain: 'a.b.corp.example.com' };
  const computer = { PartOfDomain: true, Domain: 'corp.example.com' };

  test('never goes above the domain that the machine joined, whatever the level says', async () => {
    const policy = { DomainNameDevolutionLevel: 2 };
    const config = await read(JSON.stringify({ policy, tcpip, computer }));
    expect(config.search.map(({ suffix }) => suffix)).toEqual([
      'a.b.corp.example.com',
      'b.corp.example.com',
      'corp.example.com',
    ]);
    expect(config.notes).toContain('Devolution is set to level 2, but never goes above the domain of this machine');
  });

  test('stops earlier when the level says so', async () => {
    expect(await search({ tcpip: { ...tcpip, DomainNameDevolutionLevel: 4 }, computer })).toEqual([
      'a.b.corp.example.com static',
      'b.corp.example.com static',
    ]);
  });

  test.each([
    ['is turned off', { tcpip: { ...tcpip, UseDomainNameDevolution: 0 }, computer }],
    ['has no joined domain to stop at', { tcpip }],
    ['would leave the joined domain', { tcpip, computer: { PartOfDomain: true, Domain: 'other.example' } }],
    ['meets a work group', { tcpip, computer: { PartOfDomain: false, Domain: 'corp.example.com' } }],
  ])('does nothing where it %s', async (_why, facts) => {
    expect(await search(facts)).toEqual(['a.b.corp.example.com static']);
  });

  test('never reaches a name of one label', async () => {
    const single = { PartOfDomain: true, Domain: 'corp' };
    expect(await search({ tcpip: { Domain: 'a.b.corp' }, computer: single })).toEqual([
      'a.b.corp static',
      'b.corp static',
    ]);
  });
});

describe('the output of PowerShell', () => {
  test('is understood behind a BOM and German error text, with lists of one unwrapped', async () => {
    const config = await read(fixture('windows/policy-german.txt'));
    expect(config.search.map(({ suffix, origin }) => `${suffix} ${origin}`)).toEqual([
      'corp.example policy',
      'berlin.corp.example policy',
    ]);
    expect(config.servers).toEqual([{ address: '10.1.0.53', port: 53, source: 'connection "Ethernet"' }]);
  });

  test('shows NRPT rules once, and routes by those that name servers', async () => {
    const config = await read(fixture('windows/policy-german.txt'));
    expect(config.notes).toContain('NRPT rules present (2)');
    expect(config.scoped).toEqual([
      {
        domain: 'partner.example',
        servers: [{ address: '10.8.0.1', port: 53, source: 'NRPT policy' }],
        source: 'NRPT policy',
      },
    ]);
  });

  test.each(['', 'Zugriff verweigert', '[]', 'null', '{"policy":'])('%j is no answer', (output) => {
    expect(parsePowershellDns(output)).toBeNull();
  });

  test('of any shape is read without an error', async () => {
    const shape = fc.oneof(fc.json(), fc.string());
    await fc.assert(fc.asyncProperty(shape, async (output) => void (await read(output))));
    const member = fc.oneof(fc.jsonValue(), fc.constantFrom(7, null, 'x', [], {}, [null], { SearchList: 7 }));
    const facts = fc.record({
      policy: member,
      tcpip: member,
      clients: member,
      servers: member,
      nrptRules: member,
      computer: member,
    });
    await fc.assert(fc.asyncProperty(facts, async (value) => void (await read(JSON.stringify(value)))));
  });
});

describe('where PowerShell is forbidden', () => {
  test('the registry tells the suffixes and Node the servers', async () => {
    const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters';
    const outputs = {
      [`reg.exe query ${key}\\Interfaces`]: fixture('windows/reg-interfaces.txt'),
      [`reg.exe query ${key}`]: fixture('windows/reg-tcpip.txt'),
    };
    const machine = recordedMachine({ platform: 'win32', outputs, resolverServers: ['192.168.1.1', '[fe80::1%5]:53'] });
    const config = await readOsDns(machine, NEVER);
    expect(config.source).toBe('reg.exe');
    expect(config.search.map(({ suffix, origin }) => `${suffix} ${origin}`)).toEqual([
      'corp.example static',
      'cafe.example dhcp',
    ]);
    expect(config.servers.map(({ address }) => address)).toEqual(['192.168.1.1', 'fe80::1%5']);
    expect(config.notes[0]).toMatch(/^PowerShell gave no DNS settings/);
  });

  test('and the registry too, Node’s servers are all there is', async () => {
    const config = await readOsDns(recordedMachine({ platform: 'win32', resolverServers: ['10.1.0.53'] }), NEVER);
    expect(config).toMatchObject({ source: 'none', search: [], machineDomain: null });
    expect(config.servers.map(({ address }) => address)).toEqual(['10.1.0.53']);
  });
});

test('the script survives two command-line parsers: no double quote, balanced braces, no profile', () => {
  const script = DNS_ARGS[DNS_ARGS.length - 1] ?? '';
  const count = (sign: string) => script.split(sign).length;
  expect(script).not.toContain('"');
  expect(count('{')).toBe(count('}'));
  expect(count('(')).toBe(count(')'));
  expect(DNS_ARGS).toContain('-NoProfile');
  expect(DNS_ARGS).toContain('-NonInteractive');
});
