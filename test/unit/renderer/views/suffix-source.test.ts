import { describe, expect, it } from 'vitest';
import { sourceInWords } from '../../../../renderer/diagnosis/views/tables/suffix-source.ts';
import { loadWords } from '../../../../renderer/words/words.ts';
import { resolvConfAuthor } from '../../../../src/platform/linux/author.ts';
import { parseLease } from '../../../../src/platform/linux/leases.ts';
import { linkTitle } from '../../../../src/platform/linux/links.ts';
import { parseNetworkctl } from '../../../../src/platform/linux/networkd.ts';
import { parseProfiles } from '../../../../src/platform/linux/nmcli.ts';
import { hostnameSearch } from '../../../../src/platform/linux/search.ts';
import { recordedMachine } from '../../platform/recorded-machine.ts';

const [english, german] = await Promise.all([loadWords('en'), loadWords('de')]);
const inGerman = (source: string) => sourceInWords(source, german.views.suffixes);

describe('where a search suffix comes from, in German', () => {
  it.each([
    ['--search', 'für diesen Lauf angegeben'],
    ['resolv.conf line 3', 'resolv.conf, Zeile 3'],
    ['resolv.conf line 3, by a VPN', 'resolv.conf, Zeile 3, geschrieben von einem VPN'],
    ['resolv.conf line 3, by NetworkManager', 'resolv.conf, Zeile 3, geschrieben von NetworkManager'],
    [
      'resolv.conf line 3, from DHCP lease in /var/lib/dhcp/eth0.lease, the domain of this machine',
      'resolv.conf, Zeile 3, aus: DHCP-Lease in /var/lib/dhcp/eth0.lease, die Domäne dieses Computers',
    ],
    ['environment variable LOCALDOMAIN', 'Umgebungsvariable LOCALDOMAIN'],
    ['DHCP on en0', 'DHCP an en0'],
    ['network settings of "Wi-Fi"', 'Netzwerkeinstellungen von „Wi-Fi“'],
    ['group policy, search list', 'Gruppenrichtlinie, Suchliste'],
    ['TCP/IP settings, search list', 'TCP/IP-Einstellungen, Suchliste'],
    ['primary suffix, group policy', 'primäres Suffix, Gruppenrichtlinie'],
    ['primary suffix of the computer', 'primäres Suffix des Computers'],
    ['parent of the primary suffix', 'übergeordnete Domäne des primären Suffixes'],
  ])('“%s” is “%s”', (source, words) => {
    expect(inGerman(source)).toBe(words);
    expect(sourceInWords(source, english.views.suffixes)).not.toBe('');
  });

  it('follows what this computer’s settings are told as', async () => {
    const machine = recordedMachine({ hostname: 'pc1.corp.example' });
    const found = [
      ...parseLease('DOMAINNAME=corp.example', '/run/lease'),
      ...parseNetworkctl('{"Name":"eth0","SearchDomains":[{"Domain":"corp.example","ConfigSource":"static"}]}'),
      ...parseProfiles('connection.id:Office\nipv4.dns-search:corp.example\n'),
      ...(await hostnameSearch(machine)),
    ].map(({ source }) => source);
    const others = [linkTitle({ name: 'eth0' }), linkTitle({ name: null })];
    expect([...found, ...others].map(inGerman)).toEqual([
      'DHCP-Lease in /run/lease',
      'fest eingestellt an der Schnittstelle eth0',
      'Verbindung „Office“',
      'Rechnername pc1.corp.example',
      'Schnittstelle eth0',
      'Einstellungen von systemd-resolved',
    ]);
    const author = resolvConfAuthor('# made by openvpn\n', null).name;
    expect(inGerman(`resolv.conf line 1, by ${author}`)).toMatch(/einem VPN$/);
  });

  it('is told as it is where it is a name, with nothing of it that could hide', () => {
    expect(inGerman('/etc/systemd/resolved.conf')).toBe('/etc/systemd/resolved.conf');
    expect(inGerman('connection "a\u202eb"')).toBe('Verbindung „a\\u{202e}b“');
  });
});
