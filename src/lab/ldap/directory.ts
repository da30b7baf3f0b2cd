import { createHash } from 'node:crypto';
import { baseDn, type LabAccount, netbiosDomain } from '../accounts.ts';
import { domain } from '../dns/records.ts';
import { attribute, constructed, type Entry } from './entry.ts';

export const configurationDn = `CN=Configuration,${baseDn}`;
export const schemaDn = `CN=Schema,${configurationDn}`;

const day = 86_400_000;
const passwordLifetime = 42;
const never = '9223372036854775807';

/** A small forest as Active Directory would show it: the domain, its people, its partition and site objects. */
export function makeDirectory(accounts: readonly LabAccount[], sites: readonly string[], now: Date): Entry[] {
  return [
    node(baseDn, 'domainDNS', [
      attribute('name', 'corp'),
      attribute('objectSid', sid()),
      attribute('lockoutThreshold', '5'),
      attribute('lockoutDuration', fileInterval(30 / 1440)),
      attribute('maxPwdAge', fileInterval(passwordLifetime)),
    ]),
    node(`OU=People,${baseDn}`, 'organizationalUnit', [attribute('ou', 'People')]),
    ...accounts.map((account, index) => person(account, 1103 + index, now)),
    node(configurationDn, 'configuration', []),
    node(`CN=Partitions,${configurationDn}`, 'crossRefContainer', []),
    node(`CN=${netbiosDomain},CN=Partitions,${configurationDn}`, 'crossRef', [
      attribute('nETBIOSName', netbiosDomain),
      attribute('dnsRoot', domain),
      attribute('nCName', baseDn),
    ]),
    node(`CN=Sites,${configurationDn}`, 'sitesContainer', []),
    ...serviceConnectionPoints(),
    ...sites.map((site) => node(`CN=${site},CN=Sites,${configurationDn}`, 'site', [attribute('cn', site)])),
  ];
}

function node(dn: string, objectClass: string, attributes: Entry['attributes']): Entry {
  return {
    dn,
    attributes: [attribute('objectClass', 'top', objectClass), attribute('distinguishedName', dn), ...attributes],
  };
}

/** Where the forest says that Autodiscover answers (MS-OXDSCLI 2.2.4.1): for everybody, without an Exchange server around it. */
function serviceConnectionPoints(): Entry[] {
  const services = `CN=Services,${configurationDn}`;
  return [
    node(services, 'container', []),
    node(`CN=Autodiscover,${services}`, 'serviceConnectionPoint', [
      attribute('cn', 'Autodiscover'),
      attribute('keywords', '77378F46-2C66-4aa9-A6A6-3E7A48B19596'),
      attribute('serviceBindingInformation', `https://autodiscover.${domain}/autodiscover/autodiscover.xml`),
    ]),
  ];
}

function person(account: LabAccount, rid: number, now: Date): Entry {
  const { sam, upn, dn, cn, displayName, mail, aliases, homeServer, state } = account;
  const proxies = [...(mail ? [`SMTP:${mail}`] : []), ...aliases.map((alias) => `smtp:${alias}`)];
  return {
    dn,
    attributes: [
      attribute('objectClass', 'top', 'person', 'organizationalPerson', 'user'),
      attribute('objectCategory', `CN=Person,${schemaDn}`),
      attribute('distinguishedName', dn),
      attribute('cn', cn),
      attribute('name', cn),
      attribute('displayName', displayName),
      attribute('sAMAccountName', sam),
      attribute('userPrincipalName', upn),
      attribute('mail', ...(mail ? [mail] : [])),
      attribute('proxyAddresses', ...proxies),
      attribute('msExchHomeServerName', ...(homeServer ? [exchangeServer(homeServer)] : [])),
      attribute('objectGUID', createHash('sha256').update(sam).digest().subarray(0, 16)),
      attribute('objectSid', sid(rid)),
      attribute('userAccountControl', String(state === 'disabled' ? 0x202 : 0x200)),
      attribute('accountExpires', state === 'account-expired' ? fileTime(now, -day) : never),
      attribute('lockoutTime', state === 'locked' ? fileTime(now, -60_000) : '0'),
      attribute(
        'pwdLastSet',
        state === 'must-change-password' ? '0' : fileTime(now, passwordExpiry(account) - passwordLifetime * day),
      ),
      constructed('msDS-User-Account-Control-Computed', String(computedControl(account))),
      constructed(
        'msDS-UserPasswordExpiryTimeComputed',
        state === 'must-change-password' ? '0' : fileTime(now, passwordExpiry(account)),
      ),
    ],
  };
}

/** Milliseconds from now until the password expires. */
function passwordExpiry({ state, passwordExpiresInDays = 40 }: LabAccount): number {
  return (state === 'password-expired' ? -1 : passwordExpiresInDays) * day;
}

/** MS-ADTS 3.1.1.4.5.17: the two flags that Active Directory works out instead of storing. */
function computedControl({ state }: LabAccount): number {
  const lockedOut = 0x10;
  const expired = 0x80_0000;
  if (state === 'locked') return lockedOut;
  return state === 'password-expired' || state === 'must-change-password' ? expired : 0;
}

function exchangeServer(host: string): string {
  return `/o=Corp/ou=Exchange Administrative Group/cn=Configuration/cn=Servers/cn=${host}`;
}

/** 100-nanosecond steps since 1601, as text (MS-DTYP 2.3.3). */
function fileTime(now: Date, offset: number): string {
  return String((BigInt(Math.trunc(now.getTime() + offset)) + 11_644_473_600_000n) * 10_000n);
}

/** Durations are stored as negative numbers. */
function fileInterval(days: number): string {
  return String(BigInt(Math.round(days * day)) * -10_000n);
}

/** S-1-5-21-1-2-3, with a relative identifier for accounts (MS-DTYP 2.4.2.2). */
function sid(rid?: number): Buffer {
  const parts = [21, 1, 2, 3, ...(rid === undefined ? [] : [rid])];
  const bytes = Buffer.alloc(8 + 4 * parts.length);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt8(parts.length, 1);
  bytes.writeUIntBE(5, 2, 6);
  parts.forEach((part, index) => {
    bytes.writeUInt32LE(part, 8 + 4 * index);
  });
  return bytes;
}
