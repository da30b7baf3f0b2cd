import { list, member, parseJson, text, texts } from '../json.ts';
import { toSuffix } from '../names.ts';
import type { OriginEvidence } from '../origin.ts';

/** The suffixes that DHCP gave an interface, out of `ipconfig getpacket en0` (ipconfig(8)). */
export function parseDhcpPacket(output: string, interfaceName: string): OriginEvidence[] {
  return output.split(/\r?\n/).flatMap((line) => {
    const value = /^domain_(?:name|search) \([^)]*\): (.*)$/.exec(line)?.[1] ?? '';
    return value.split(/[\s,{}]+/).flatMap((word) => toEvidence(word, 'dhcp', `DHCP on ${interfaceName}`));
  });
}

/**
 * The suffixes that were typed into the network settings (which takes an administrator), out of
 * /Library/Preferences/SystemConfiguration/preferences.plist as `plutil -convert json` prints it.
 */
export function parseNetworkPreferences(output: string): OriginEvidence[] {
  const services = member(parseJson(output), 'NetworkServices');
  return list({ ids: Object.keys(Object(services)) }, 'ids').flatMap((id) => {
    const service = member(services, String(id));
    const dns = member(service, 'DNS');
    const source = `network settings of "${text(service, 'UserDefinedName') ?? String(id)}"`;
    const words = [...texts(dns, 'SearchDomains'), ...texts(dns, 'DomainName')];
    return words.flatMap((word) => toEvidence(word, 'static', source));
  });
}

/** The domain this Mac is bound to, out of `dsconfigad -show`; null when it is bound to none. */
export function parseActiveDirectory(output: string): string | null {
  return toSuffix(/^\s*Active Directory Domain\s*=\s*(\S+)\s*$/m.exec(output)?.[1] ?? '');
}

function toEvidence(word: string, origin: OriginEvidence['origin'], source: string): OriginEvidence[] {
  const suffix = toSuffix(word);
  return suffix === null ? [] : [{ suffix, origin, source }];
}
