import { describe, expect, test } from 'vitest';
import { readOsDns } from '../../../src/platform/index.ts';
import { fixture, NEVER, type Recording, recordedMachine } from './recorded-machine.ts';

const read = (recording: Recording) => readOsDns(recordedMachine(recording), NEVER);
const origins = async (recording: Recording) =>
  Object.fromEntries((await read(recording)).search.map(({ suffix, origin }) => [suffix, origin]));
const withConf = (name: string, more: Readonly<Record<string, string>> = {}): Recording => ({
  files: { '/etc/resolv.conf': fixture(`linux/resolv.${name}.conf`), ...more },
});

describe('a resolv.conf that an administrator wrote', () => {
  test('approves its suffixes, says their line and costs no process', async () => {
    const machine = recordedMachine(withConf('plain'));
    const config = await readOsDns(machine, NEVER);
    expect(config.search).toEqual([
      { suffix: 'corp.example', origin: 'static', source: 'resolv.conf line 6' },
      { suffix: 'berlin.corp.example', origin: 'static', source: 'resolv.conf line 6' },
    ]);
    expect(config).toMatchObject({ ndots: 2, timeout: 3000, attempts: 4, rotate: true, source: '/etc/resolv.conf' });
    expect(machine.ran).toEqual([]);
  });

  test('does not approve what a DHCP lease of this machine gives as well: dhclient of Debian leaves no trace', async () => {
    const files = {
      '/etc/resolv.conf': 'search cafe.example corp.example\nnameserver 192.168.1.1\n',
      '/var/lib/dhcp/dhclient.eth0.leases': fixture('linux/dhclient.leases'),
    };
    expect(await origins({ files })).toEqual({ 'cafe.example': 'dhcp', 'corp.example': 'static' });
  });
});

describe('a resolv.conf that NetworkManager wrote', () => {
  test('approves only the suffixes that stand in a connection profile of the system', async () => {
    const outputs = {
      'nmcli -t -f UUID connection show --active': '5fb06bd0-0bb0-7ffb-45f1-d6edd65f3e03\nnot a uuid; rm -rf /\n',
      'nmcli -t -f connection.id,connection.permissions,ipv4.dns-search,ipv6.dns-search connection show 5fb06bd0-0bb0-7ffb-45f1-d6edd65f3e03':
        fixture('linux/nmcli-profiles.txt'),
    };
    const config = await read({ ...withConf('networkmanager'), outputs });
    expect(config.search).toEqual([
      { suffix: 'hotel.example', origin: 'dhcp', source: 'resolv.conf line 2, by NetworkManager' },
      { suffix: 'corp.example', origin: 'static', source: 'resolv.conf line 2, from connection "Wired: floor 3"' },
    ]);
  });

  test('approves nothing when nmcli is not there', async () => {
    expect(await origins(withConf('networkmanager'))).toEqual({ 'hotel.example': 'dhcp', 'corp.example': 'dhcp' });
  });
});

describe('where systemd-resolved is in charge', () => {
  const outputs = {
    'resolvectl --json=short status': fixture('linux/resolvectl-252.txt'),
    'networkctl --json=short status': fixture('linux/networkctl-252.json'),
  };
  const resolvedConf = { '/etc/systemd/resolved.conf': '[Resolve]\n#Domains=no.example\nDomains=corp.example\n' };
  const stub = withConf('resolved-stub', resolvedConf);

  test('each suffix has the origin that networkd and resolved know', async () => {
    expect(await origins({ ...stub, outputs })).toEqual({
      'corp.example': 'static',
      'cafe.example': 'dhcp',
      'vpn.example': 'unknown',
    });
  });

  test('the stub is asked, and the domains of the links are told apart from it', async () => {
    const config = await read({ ...stub, outputs });
    expect(config.source).toBe('resolvectl');
    expect(config.servers.map(({ address }) => address)).toEqual(['127.0.0.53']);
    expect(config.scoped.map(({ domain, source }) => [domain, source])).toEqual([
      ['cafe.example', 'link wlp0s20f3'],
      ['.', 'link tun0'],
      ['partner.example', 'link tun0'],
      ['vpn.example', 'link tun0'],
    ]);
    expect(config.notes).toContain('link tun0 takes all names (~.)');
  });

  test('of a real Debian 12, the global domain is an administrator’s and one set at run time is nobody’s', async () => {
    const config = await read({
      files: {
        '/etc/resolv.conf': fixture('linux/recorded-252-stub-resolv.conf'),
        '/etc/systemd/resolved.conf.d/company.conf': '[Resolve]\nDomains=global.example\n',
      },
      links: { '/etc/resolv.conf': '/run/systemd/resolve/stub-resolv.conf' },
      outputs: {
        'resolvectl --json=short status': fixture('linux/recorded-252-resolvectl.txt'),
        'networkctl --json=short status': fixture('linux/recorded-252-networkctl.json'),
      },
    });
    expect(config.search).toEqual([
      {
        suffix: 'global.example',
        origin: 'static',
        source: 'resolv.conf line 23, from /etc/systemd/resolved.conf.d/company.conf',
      },
      { suffix: 'vpn.example', origin: 'unknown', source: 'resolv.conf line 23, by systemd-resolved' },
    ]);
    expect(config.scoped.map(({ domain, source }) => `${domain} ${source}`)).toEqual([
      'vpn.example link eth0',
      '. link eth0',
    ]);
    expect(config.scoped[0]?.servers.map(({ address }) => address)).toEqual(['10.1.0.53', '2001:db8::1']);
  });

  test('a global domain that stands in no file of resolved approves nothing: it may come from this very resolv.conf', async () => {
    const files = {
      '/etc/resolv.conf': '# Generated by NetworkManager\nnameserver 127.0.0.53\nsearch hotel.example\n',
    };
    const status = 'Global\n  resolv.conf mode: foreign\n       DNS Domain hotel.example\n';
    expect(await origins({ files, outputs: { resolvectl: status } })).toEqual({ 'hotel.example': 'dhcp' });
  });

  test('a suffix in the .network file is an administrator’s where networkctl is too old to tell', async () => {
    const files = {
      ...stub.files,
      '/run/systemd/netif/links/2': 'ADMIN_STATE=configured\nNETWORK_FILE=/etc/systemd/network/10-lan.network\n',
      '/etc/systemd/network/10-lan.network':
        '[Network]\nDomains=old.example\nDomains=\nDomains=cafe.example ~x.example\n',
    };
    const found = await origins({ files, outputs: { resolvectl: fixture('linux/resolvectl-252.txt') } });
    expect(found['cafe.example']).toBe('static');
  });

  test('a lease says DHCP where nobody else knows', async () => {
    const files = { ...stub.files, '/run/systemd/netif/leases/2': fixture('linux/networkd-lease') };
    expect(
      (await origins({ files, outputs: { resolvectl: outputs['resolvectl --json=short status'] } }))['cafe.example'],
    ).toBe('dhcp');
  });

  test('an old resolvectl that does not know --json is asked in words', async () => {
    const old = { 'systemd-resolve --status': fixture('linux/resolvectl-237.txt') };
    const config = await read({ ...stub, outputs: old });
    expect(config.scoped.map(({ domain }) => domain)).toEqual(['corp.example', 'sub.example']);
  });

  test('without resolvectl the suffixes stay, and a note says what is missing', async () => {
    const config = await read(stub);
    expect(config.search.map(({ origin }) => origin)).toEqual(['static', 'unknown']);
    expect(config.notes).toContain('systemd-resolved is in charge, but resolvectl tells nothing about its links');
  });
});

describe('what resolv.conf(5) says about the rest', () => {
  test('without a file, this machine itself is asked, and the host name gives the suffix', async () => {
    const config = await read({ hostname: 'pc1.Corp.example', files: { '/etc/hostname': 'pc1.corp.example\n' } });
    expect(config.servers).toEqual([{ address: '127.0.0.1', port: 53, source: 'default of the C library' }]);
    expect(config.search).toEqual([{ suffix: 'corp.example', origin: 'static', source: 'host name pc1.Corp.example' }]);
    expect(config.notes[0]).toBe('/etc/resolv.conf cannot be read; the defaults of the C library apply');
  });

  test('a host name that is not the configured one may be DHCP’s, and approves nothing', async () => {
    const files = { '/etc/resolv.conf': 'nameserver 10.1.0.53\n', '/etc/hostname': 'localhost\n' };
    expect(await origins({ hostname: 'pc1.cafe.example', files })).toEqual({ 'cafe.example': 'unknown' });
  });

  test('an explicit empty list keeps the host name out', async () => {
    const files = { '/etc/resolv.conf': 'search .\n' };
    expect(await origins({ hostname: 'pc1.corp.example', files })).toEqual({});
  });

  test('LOCALDOMAIN replaces the list, approving nothing, and RES_OPTIONS amends the options', async () => {
    const environment = { LOCALDOMAIN: 'mine.example other.example', RES_OPTIONS: 'ndots:3 timeout:1' };
    const config = await read({ ...withConf('plain'), environment });
    expect(config.search.map(({ suffix, origin }) => `${suffix} ${origin}`)).toEqual([
      'mine.example user',
      'other.example user',
    ]);
    expect(config).toMatchObject({ ndots: 3, timeout: 1000, attempts: 4, rotate: true });
  });
});

describe('the domain of a Linux machine', () => {
  test.each([
    ['sssd', '/etc/sssd/sssd.conf', 'linux/sssd.conf'],
    ['Samba', '/etc/samba/smb.conf', 'linux/smb.conf'],
    ['Kerberos', '/etc/krb5.conf', 'linux/krb5.conf'],
  ])('is known from %s', async (_who, path, recorded) => {
    expect((await read(withConf('plain', { [path]: fixture(recorded) }))).machineDomain).toBe('corp.example');
  });

  test('is not that of a Samba that merely names a realm', async () => {
    const samba = '[global]\nsecurity = user\nrealm = CORP.EXAMPLE\n';
    expect((await read(withConf('plain', { '/etc/samba/smb.conf': samba }))).machineDomain).toBeNull();
  });

  test('is approved as a suffix even where DHCP hands it out, and its neighbours are not', async () => {
    const files = {
      '/etc/resolv.conf': '# Generated by NetworkManager\nsearch corp.example cafe.example\n',
      '/etc/krb5.conf': fixture('linux/krb5.conf'),
    };
    expect(await origins({ files })).toEqual({ 'corp.example': 'domain-join', 'cafe.example': 'dhcp' });
  });
});
