import type { LabRecord, Zone } from './zone.ts';

export const domain = 'corp.example';
export const partnerDomain = 'partner.example';
/** No MX record, but an address: mail goes to the address (RFC 5321 5.1). */
export const implicitMxDomain = 'implicit.example';
/** A null MX: takes no mail (RFC 7505). */
export const nullMxDomain = 'nomail.example';
/** A company that others let do their mail; its servers' names prove nothing about whom they work for. */
export const hosterDomain = 'hoster.example';
export const relayName = `mail.${domain}`;
export const mailboxName = `imap.${domain}`;
/** Where settings for mail clients are published. */
export const webNames = ['autoconfig', 'autodiscover', 'ua-auto-config'].map((name) => `${name}.${domain}`);
export const searchList = ['office.corp.example', domain] as const;

export interface Places {
  readonly relay: string;
  /** Of the server that mail is read on, and of the web server. */
  readonly mailbox: string;
  readonly web: string;
  readonly gateway: string;
  readonly controllers: readonly { readonly host: string; readonly address: string; readonly site: string }[];
  /** What DNS says of the document at ua-auto-config. */
  readonly announcement: string;
  readonly ports: Readonly<Record<'ldap' | 'submissions' | 'submission' | 'imaps' | 'imap', number>>;
}

const kerberosPort = 88;

/** The lab's names as they are when nothing is broken. */
export function makeZone(places: Places): Zone {
  const { relay, mailbox, web, gateway, controllers, ports, announcement } = places;
  return {
    origins: [domain, partnerDomain, implicitMxDomain, nullMxDomain],
    records: [
      address(`mail.${domain}`, relay),
      { name: `smtp.${domain}`, type: 'CNAME', data: `mail.${domain}` },
      mx(domain, 10, `mail.${domain}`),
      srv(`_submissions._tcp.${domain}`, `mail.${domain}`, ports.submissions),
      srv(`_submission._tcp.${domain}`, `mail.${domain}`, ports.submission, 10),
      address(mailboxName, mailbox),
      srv(`_imaps._tcp.${domain}`, mailboxName, ports.imaps),
      srv(`_imap._tcp.${domain}`, mailboxName, ports.imap, 10),
      ...webNames.map((name) => address(name, web)),
      { name: `_ua-auto-config.${domain}`, type: 'TXT', data: announcement },
      // The suffix exists, so that asking below it is answered by the right SOA.
      { name: `office.${domain}`, type: 'TXT', data: 'clients of the head office' },
      ...controllers.flatMap((dc) => [address(`${dc.host}.${domain}`, dc.address), address(domain, dc.address)]),
      ...controllers.flatMap((dc) => controllerServices(`${dc.host}.${domain}`, dc.site, ports.ldap)),
      mx(partnerDomain, 10, `gw.${partnerDomain}`),
      address(`gw.${partnerDomain}`, gateway),
      address(implicitMxDomain, gateway),
      mx(nullMxDomain, 0, '.'),
    ],
  };
}

/** The records that a domain controller registers for itself and its site (MS-ADTS 6.3.2.3). */
function controllerServices(host: string, site: string, port: number): LabRecord[] {
  return ['', `.${site}._sites`].flatMap((scope) => [
    srv(`_ldap._tcp${scope}.dc._msdcs.${domain}`, host, port),
    srv(`_ldap._tcp${scope}.gc._msdcs.${domain}`, host, port),
    srv(`_ldap._tcp${scope}.${domain}`, host, port),
    srv(`_gc._tcp${scope}.${domain}`, host, port),
    srv(`_kerberos._tcp${scope}.dc._msdcs.${domain}`, host, kerberosPort),
    srv(`_kerberos._tcp${scope}.${domain}`, host, kerberosPort),
  ]);
}

export function address(name: string, data: string): LabRecord {
  return { name, type: 'A', data };
}

export function mx(name: string, preference: number, exchange: string): LabRecord {
  return { name, type: 'MX', data: { preference, exchange } };
}

function srv(name: string, target: string, port: number, priority = 0): LabRecord {
  return { name, type: 'SRV', data: { priority, weight: 100, port, target } };
}
