import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { caCertificate, issue } from './ca.ts';
import { directoryRecords, servicePoints } from './directory-entries.ts';
import { address, domain, hosts, links, netbiosDomain, peopleDn, realm, sites, upnSuffix } from './hosts.ts';
import { portOpens } from './network.ts';
import { assetDir, statePath, writeState } from './paths.ts';
import { inside, must, run, startDaemon } from './run.ts';
import { until } from './until.ts';
import { adminPassword, soonDays, users } from './users.ts';

export type DcName = keyof typeof sites;

const python = '/usr/bin/python3'; // Samba's modules belong to Debian's own Python

/** Provisions, seeds and starts the first DC. */
export async function startFirstDc(): Promise<void> {
  const config = writeConfig('dc1');
  await must(
    inside(hosts.dc1.namespace, [
      ...['samba-tool', 'domain', 'provision', `--targetdir=${statePath('dc1')}`, `--realm=${realm}`],
      ...[`--domain=${netbiosDomain}`, '--server-role=dc', '--dns-backend=SAMBA_INTERNAL', '--host-name=dc1'],
      ...[`--host-ip=${address.dc1}`, `--site=${sites.dc1}`, `--adminpass=${adminPassword}`],
      ...['--option=interfaces=lo eth0', '--option=bind interfaces only=yes'],
    ]),
    { timeout: 90_000 },
  );
  const seed = join(assetDir, 'samba', 'seed.py');
  const seeding = inside(hosts.dc1.namespace, [python, seed, config, statePath('dc1', 'private')]);
  await must(seeding, { input: seedInput(), timeout: 60_000 });
  await startDc('dc1');
}

/** Joins and starts the second DC, in the other site. The first must be running. */
export async function startSecondDc(): Promise<void> {
  writeConfig('dc2');
  const namespace = hosts.dc2.namespace;
  await must(
    inside(namespace, [
      ...['samba-tool', 'domain', 'join', domain, 'DC', `--server=dc1.${domain}`, `--site=${sites.dc2}`],
      ...[`--targetdir=${statePath('dc2')}`, '--dns-backend=SAMBA_INTERNAL'],
      ...['-U', `Administrator@${realm}%${adminPassword}`],
      ...['--option=netbios name=DC2', '--option=interfaces=lo eth0', '--option=bind interfaces only=yes'],
    ]),
    { timeout: 90_000 },
  );
  await startDc('dc2');
}

/** Locks the account that is meant to be locked: one wrong password, thanks to its own policy. */
export async function lockLockedAccount(): Promise<void> {
  const { upn } = users.locked;
  for (const dc of ['dc1', 'dc2'] as const) {
    await until(
      `${upn} to be locked on ${dc}`,
      async () => ((await signIn(dc, upn, 'wrong')).includes('data 775') ? true : undefined),
      { timeout: 10_000 },
    );
  }
}

/** Simple bind over LDAPS; returns what ldapsearch complained about, which is nothing when the bind succeeded. */
async function signIn(dc: DcName, bindName: string, secret: string): Promise<string> {
  const search = ['ldapsearch', '-LLL', '-H', `ldaps://${dc}.${domain}`, '-D', bindName, '-w', secret];
  const result = await run(inside(hosts.mail.namespace, [...search, '-s', 'base', '-b', '', 'dnsHostName']), {
    env: { LDAPTLS_CACERT: caCertificate() },
  });
  return result.stderr;
}

async function startDc(dc: DcName): Promise<void> {
  const { namespace, addresses } = hosts[dc];
  const command = ['samba', '-F', '--no-process-group', '-s', configPath(dc)];
  startDaemon(namespace, command, statePath('log', `${dc}.log`));
  for (const port of [636, 389, 88, 53]) await portOpens(namespace, addresses[0], port, 60_000);
}

const configPath = (dc: DcName) => statePath(dc, 'smb.conf');

function writeConfig(dc: DcName): string {
  for (const dir of ['private', 'lock', 'state', 'cache', 'pid', 'ncalrpc', 'winbindd', 'ntp', 'share']) {
    mkdirSync(statePath(dc, dir), { recursive: true });
  }
  return writeState(`${dc}/smb.conf`, smbConf(dc));
}

export async function issueDcCertificates(): Promise<void> {
  for (const dc of ['dc1', 'dc2'] as const) await issue({ name: dc, names: [`${dc}.${domain}`, domain] });
}

// Only what a mail client's directory needs is started: no file server, no winbindd, no dnsupdate (which would
// register each DC in the other's site; the zone that clients see is BIND's).
function smbConf(dc: DcName): string {
  const dir = statePath(dc);
  return `[global]
netbios name = ${dc.toUpperCase()}
realm = ${realm}
workgroup = ${netbiosDomain}
server role = active directory domain controller
server services = rpc, ldap, cldap, kdc, drepl, dns
prefork children = 2
interfaces = lo eth0
bind interfaces only = yes
disable netbios = yes
dns forwarder = ${address.dns}
private dir = ${dir}/private
lock directory = ${dir}/lock
state directory = ${dir}/state
cache directory = ${dir}/cache
pid directory = ${dir}/pid
ncalrpc dir = ${dir}/ncalrpc
winbindd socket directory = ${dir}/winbindd
ntp signd socket directory = ${dir}/ntp
binddns dir = ${dir}/bind-dns
tls enabled = yes
tls certfile = ${statePath('certs', `${dc}.crt`)}
tls keyfile = ${statePath('certs', `${dc}.key`)}
tls cafile = ${caCertificate()}
log level = 1

[sysvol]
path = ${dir}/share
read only = no
`;
}

function seedInput(): string {
  return JSON.stringify({
    peopleDn,
    soonDays,
    upnSuffixes: [upnSuffix],
    // `nowhere` is left out on purpose: a client there belongs to no site.
    subnets: { [links.hq.network]: sites.dc1, [links.branch.network]: sites.dc2, [links.partner.network]: sites.dc2 },
    users: Object.values(users),
    dnsZone: domain,
    dnsRecords: directoryRecords,
    servicePoints,
  });
}
