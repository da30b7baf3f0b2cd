import { address, blackHoleAddress, domain, refusingAddress } from './hosts.ts';
import { publications } from './published.ts';

const labNameServer = 'ns.lab-dns.example.';

/** Zone name → records, in BIND's own syntax. Names are relative to the zone. */
export type Zones = Readonly<Record<string, readonly string[]>>;

/** The zones that BIND is authoritative for. `evil` maps the name of each misbehaving server to its address. */
export function zones(evil: Readonly<Record<string, string>>): Zones {
  return merged({
    '.': rootRecords(),
    [domain]: [...activeDirectoryRecords(), ...mailRecords(), ...oddRecords(), ...evilRecords(evil)],
    // The second search suffix. `print` and `relay` exist under the first as well, with other addresses.
    'alt.example': ['print A 10.77.9.30', `relay A ${address.openrelay}`, `files A ${address.openrelay}`],
    'alias.example': [`@ MX 10 mail.${domain}.`],
    'partner.example': ['@ MX 10 mx', `mx A ${address.partner}`],
    'nullmx.example': ['@ MX 0 .', `@ A ${address.partner}`],
    'implicit.example': [`@ A ${address.partner}`],
    'nomail.example': ['@ TXT "neither MX nor address"'],
    // The first is black-holed, the second refuses, two of the third preference accept.
    'multimx.example': [
      ...['@ MX 10 dead', '@ MX 20 refusing', '@ MX 30 mx-a', '@ MX 30 mx-b', '@ MX 40 last'],
      ...[`dead A ${blackHoleAddress}`, `refusing A ${refusingAddress}`],
      ...[`mx-a A ${address.partner}`, `mx-b A ${address.partner}`, `last A ${address.partner}`],
    ],
    'deadmx.example': [
      '@ MX 10 dead',
      '@ MX 20 refusing',
      `dead A ${blackHoleAddress}`,
      `refusing A ${refusingAddress}`,
    ],
    'danglingmx.example': ['@ MX 10 no-such-host'],
    'branch.example': [`mail A ${address.mail}`, '@ MX 10 mail'],
    // A domain whose controllers are all dead, and one that says that it has none.
    'deaddc.example': [
      ...['_ldap._tcp.dc._msdcs SRV 0 100 389 dc1', '_ldap._tcp.dc._msdcs SRV 0 100 389 dc2'],
      ...['_ldap._tcp SRV 0 100 389 dc1', '_ldap._tcp SRV 0 100 389 dc2'],
      ...[`dc1 A ${blackHoleAddress}`, `dc2 A ${refusingAddress}`],
    ],
    'nosrv.example': [`mail A ${address.mail}`, '_ldap._tcp.dc._msdcs SRV 0 0 0 .', '_submission._tcp SRV 0 0 0 .'],
    // RFC 2782: the lowest priority first, whatever the weight; the first is black-holed.
    'priority.example': [
      ...['_submissions._tcp SRV 5 1 465 dead', `_submissions._tcp SRV 10 0 465 mail.${domain}.`],
      ...[`_submissions._tcp SRV 20 65535 465 open.${domain}.`, `dead A ${blackHoleAddress}`],
    ],
  });
}

/** With what the domains publish about their mail servers. */
function merged(zones: Zones): Zones {
  const published = Object.entries(publications).map(
    ([zone, { records }]) => [zone, [...(zones[zone] ?? []), ...records]] as const,
  );
  return { ...zones, ...Object.fromEntries(published) };
}

function rootRecords(): readonly string[] {
  return [
    `${labNameServer} A ${address.dns}`,
    // lame.example is delegated to a server that answers REFUSED, dead.example to one that never answers.
    ...['lame.example NS ns.lame.example', `ns.lame.example A ${address.refuser}`],
    ...['dead.example NS ns.dead.example', `ns.dead.example A ${blackHoleAddress}`],
  ];
}

function activeDirectoryRecords(): readonly string[] {
  const everywhere = ['dc1', 'dc2'].flatMap((dc) => [
    `_ldap._tcp SRV 0 100 389 ${dc}`,
    `_ldap._tcp.dc._msdcs SRV 0 100 389 ${dc}`,
    `_kerberos._tcp SRV 0 100 88 ${dc}`,
    `_kerberos._udp SRV 0 100 88 ${dc}`,
    `_kerberos._tcp.dc._msdcs SRV 0 100 88 ${dc}`,
    `_kpasswd._tcp SRV 0 100 464 ${dc}`,
    `_gc._tcp SRV 0 100 3268 ${dc}`,
    `_ldap._tcp.gc._msdcs SRV 0 100 3268 ${dc}`,
  ]);
  const bySite = Object.entries({ HQ: 'dc1', Branch: 'dc2' }).flatMap(([site, dc]) => [
    `_ldap._tcp.${site}._sites SRV 0 100 389 ${dc}`,
    `_ldap._tcp.${site}._sites.dc._msdcs SRV 0 100 389 ${dc}`,
    `_kerberos._tcp.${site}._sites SRV 0 100 88 ${dc}`,
    `_kerberos._tcp.${site}._sites.dc._msdcs SRV 0 100 88 ${dc}`,
    `_gc._tcp.${site}._sites SRV 0 100 3268 ${dc}`,
    `_ldap._tcp.${site}._sites.gc._msdcs SRV 0 100 3268 ${dc}`,
  ]);
  const addresses = [`dc1 A ${address.dc1}`, `dc2 A ${address.dc2}`];
  return [...addresses, '_ldap._tcp.pdc._msdcs SRV 0 100 389 dc1', ...everywhere, ...bySite];
}

function mailRecords(): readonly string[] {
  return [
    ...['@ MX 10 mail', '_submissions._tcp SRV 0 1 465 mail', '_submission._tcp SRV 0 1 587 mail'],
    ...[`mail A ${address.mail}`, `relay A ${address.mail}`, `open A ${address.openrelay}`],
    ...[`dual A ${address.mail}`, `dual AAAA ${address.mail6}`],
    ...[`twin A ${address.mailTwin}`, `twin A ${address.mail}`],
  ];
}

function oddRecords(): readonly string[] {
  return [
    'print A 10.77.1.30',
    ...['chain1 CNAME chain2', 'chain2 CNAME chain3', 'chain3 CNAME mail'],
    ...['loop1 CNAME loop2', 'loop2 CNAME loop1'],
    ...['dangling CNAME no-such-host', 'outside CNAME mx.partner.example.'],
    'textonly TXT "this name has no address"',
    // More than fits into one UDP answer; named refuses more than 100.
    ...Array.from({ length: 90 }, (_, index) => `many A 10.77.9.${index + 100}`),
  ];
}

function evilRecords(evil: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(evil).map(([name, target]) => `${name} A ${target}`);
}

/** A whole zone file. */
export function zoneFile(records: readonly string[]): string {
  const head = ['$TTL 300', `@ SOA ${labNameServer} hostmaster 1 3600 600 86400 60`, `@ NS ${labNameServer}`];
  return [...head, ...records, ''].join('\n');
}
