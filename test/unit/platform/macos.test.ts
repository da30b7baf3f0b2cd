import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOsDns } from '../../../src/platform/index.ts';
import { parseActiveDirectory, parseDhcpPacket, parseNetworkPreferences } from '../../../src/platform/macos/origins.ts';
import { parseScutilDns } from '../../../src/platform/macos/scutil.ts';
import { fixture, NEVER, type RecordedMachine, recordedMachine } from './recorded-machine.ts';

function mac(outputs: Readonly<Record<string, string>>, resolverServers: readonly string[] = []): RecordedMachine {
  return recordedMachine({ platform: 'darwin', outputs, resolverServers });
}

const EVERYTHING = {
  'scutil --dns': fixture('macos/scutil-dns.txt'),
  'plutil -convert json': fixture('macos/preferences.json'),
  'ipconfig getpacket en0': fixture('macos/ipconfig-getpacket.txt'),
  'dsconfigad -show': fixture('macos/dsconfigad.txt'),
};

describe('a Mac', () => {
  test('tells who gave each suffix: the network settings, DHCP, or somebody unknown such as a VPN', async () => {
    expect((await readOsDns(mac(EVERYTHING), NEVER)).search).toEqual([
      { suffix: 'corp.example', origin: 'static', source: 'network settings of "Wi-Fi"' },
      { suffix: 'cafe.example', origin: 'dhcp', source: 'DHCP on en0' },
      { suffix: 'pushed.example', origin: 'unknown', source: 'scutil --dns, resolver #1' },
    ]);
  });

  test('asks the servers of its first resolver, and others for their own domains; multicast DNS is left out', async () => {
    const config = await readOsDns(mac(EVERYTHING), NEVER);
    expect(config.servers).toEqual([
      { address: '192.168.1.1', port: 53, source: 'en0' },
      { address: 'fe80::1%en0', port: 53, source: 'en0' },
    ]);
    expect(config.scoped).toEqual([
      {
        domain: 'partner.example',
        servers: [{ address: '10.8.0.1', port: 5353, source: 'utun4' }],
        source: 'scutil --dns, domain partner.example',
      },
    ]);
    expect(config).toMatchObject({ machineDomain: 'berlin.corp.example', source: 'scutil --dns', notes: [] });
  });

  test('has options and a time-out of its own', async () => {
    const output = 'resolver #1\n  nameserver[0] : 10.1.0.53\n  options : ndots:2 attempts:1\n  timeout : 7\n';
    expect(await readOsDns(mac({ scutil: output }), NEVER)).toMatchObject({ ndots: 2, attempts: 1, timeout: 7000 });
  });

  test.each(['', 'No DNS configuration available\n', '\u0000'])(
    'that prints %j falls back to Node’s servers',
    async (output) => {
      const config = await readOsDns(mac({ scutil: output }, ['10.1.0.53:5353']), NEVER);
      expect(config.servers).toEqual([{ address: '10.1.0.53', port: 5353, source: 'Node resolver' }]);
      expect(config).toMatchObject({ source: 'none', search: [], scoped: [] });
      expect(config.notes).toHaveLength(1);
    },
  );

  test('names what is not a domain in its search list', async () => {
    const output =
      'resolver #1\r\n  search domain[0] : .\r\n  search domain[1] : a b\r\n  nameserver[0] : 10.1.0.53\r\n';
    const config = await readOsDns(mac({ scutil: output }), NEVER);
    expect(config.search).toEqual([]);
    expect(config.notes).toEqual([
      "'.' in the search list is not a domain name and is left out",
      "'a b' in the search list is not a domain name and is left out",
    ]);
  });
});

test('scutil’s second part is only for programs that ask on one interface', () => {
  const resolvers = parseScutilDns(fixture('macos/scutil-dns.txt'));
  expect(resolvers.map(({ domain, scopedToInterface }) => [domain, scopedToInterface])).toEqual([
    [null, false],
    ['partner.example', false],
    ['local', false],
    ['254.169.in-addr.arpa', false],
    [null, true],
  ]);
});

test('a Mac that is bound to no directory has no domain', () => {
  expect(parseActiveDirectory('')).toBeNull();
  expect(parseActiveDirectory('Active Directory Domain          = \n')).toBeNull();
});

test('no output of these tools breaks its reader', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (output) => {
      parseScutilDns(`resolver #1\n  ${output}`);
      parseDhcpPacket(`domain_name (string): ${output}`, 'en0');
      parseNetworkPreferences(output);
      parseNetworkPreferences(`{"NetworkServices":${output}}`);
      parseActiveDirectory(output);
    }),
  );
});
