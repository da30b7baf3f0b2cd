import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinedDomain } from '../../../src/platform/linux/join.ts';
import { isLeaseFile, parseLease } from '../../../src/platform/linux/leases.ts';
import { networkFileOf, parseNetworkctl, parseNetworkFile } from '../../../src/platform/linux/networkd.ts';
import { parseActiveConnections, parseProfiles } from '../../../src/platform/linux/nmcli.ts';
import { fixture } from './recorded-machine.ts';

describe('a DHCP lease', () => {
  test('of networkd or NetworkManager names what it gave', () => {
    const path = '/run/systemd/netif/leases/2';
    expect(parseLease(fixture('linux/networkd-lease'), path)).toEqual(
      ['cafe.example', 'guest.example', 'staff.example'].map((suffix) => ({
        suffix,
        origin: 'dhcp',
        source: `DHCP lease in ${path}`,
      })),
    );
  });

  test('of dhclient names what it gave, for IPv6 as well', () => {
    const found = parseLease(fixture('linux/dhclient.leases'), '/var/lib/dhcp/dhclient.leases');
    expect(found.map(({ suffix }) => suffix)).toEqual([
      'cafe.example',
      'guest.example',
      'staff.example',
      'six.example',
    ]);
  });

  test.each([
    ['/run/systemd/netif/leases/2', true],
    ['/var/lib/NetworkManager/internal-5fb0-eth0.lease', true],
    ['/var/lib/dhcp/dhclient.eth0.leases', true],
    ['/var/lib/NetworkManager/secret_key', false],
    ['/var/lib/NetworkManager/timestamps', false],
  ])('%s is one: %s', (path, is) => {
    expect(isLeaseFile(path)).toBe(is);
  });
});

describe('networkd', () => {
  test('tells DHCP, router advertisements and an administrator apart', () => {
    expect(parseNetworkctl(fixture('linux/networkctl-252.json'))).toEqual([
      { suffix: 'cafe.example', origin: 'dhcp', source: 'DHCPv4 on link wlp0s20f3' },
      { suffix: 'ra.example', origin: 'router-advertisement', source: 'NDisc on link wlp0s20f3' },
      { suffix: 'sub.example', origin: 'static', source: 'static on link wlp0s20f3' },
    ]);
  });

  test.each(['', 'networkctl: unrecognized option', '[]', '{"Interfaces":null}', '{"Interfaces":[7,null,"x"]}'])(
    'that prints %j tells nothing',
    (output) => {
      expect(parseNetworkctl(output)).toEqual([]);
    },
  );

  test('an empty assignment in a .network file forgets the ones before it', () => {
    const found = parseNetworkFile('Domains=old.example\n Domains=\nDomains=~corp.example new.example\n', 'x.network');
    expect(found.map(({ suffix }) => suffix)).toEqual(['corp.example', 'new.example']);
  });

  test('names the file behind a link, or none', () => {
    expect(networkFileOf('A=b\nNETWORK_FILE=/etc/systemd/network/a.network\n')).toBe('/etc/systemd/network/a.network');
    expect(networkFileOf('NETWORK_FILE=\n')).toBeNull();
  });
});

describe('NetworkManager', () => {
  test('a profile that belongs to one person is not an administrator’s', () => {
    expect(parseProfiles(fixture('linux/nmcli-profiles.txt'))).toEqual([
      { suffix: 'corp.example', origin: 'static', source: 'connection "Wired: floor 3"' },
      { suffix: 'berlin.corp.example', origin: 'static', source: 'connection "Wired: floor 3"' },
      { suffix: 'home.example', origin: 'user', source: 'connection "My own VPN"' },
    ]);
  });

  test('only UUIDs become arguments', () => {
    const uuid = '5fb06bd0-0bb0-7ffb-45f1-d6edd65f3e03';
    expect(parseActiveConnections(`${uuid}\n--help\n\nError: NetworkManager is not running.\n`)).toEqual([uuid]);
  });
});

test('an sssd domain that is not an Active Directory says nothing about a join', () => {
  const sssd = '[domain/ldap.example]\nid_provider = ldap\n';
  expect(joinedDomain({ sssd, samba: null, krb5: null })).toBeNull();
});

test('an sssd domain without ad_domain is called like its section', () => {
  const sssd = '[domain/Corp.Example]\nid_provider = ad\n';
  expect(joinedDomain({ sssd, samba: null, krb5: null })).toBe('corp.example');
});

test('no file of these breaks its reader', () => {
  const line = fc.oneof(
    fc.constantFrom('[global]', '[domain/x]', 'realm = ', 'DOMAINNAME=', 'option domain-search ";', 'connection.id:\\'),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join('\n');
      joinedDomain({ sssd: text, samba: text, krb5: text });
      parseLease(text, 'x');
      parseNetworkctl(text);
      parseNetworkFile(text, 'x');
      parseProfiles(text);
    }),
  );
});
