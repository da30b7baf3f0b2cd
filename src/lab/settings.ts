import { defaultAccounts, type LabAccount } from './accounts.ts';
import type { CertificateKind } from './certificates.ts';
import type { DnsBehaviour } from './dns/answer.ts';
import { mailboxName, relayName, searchList } from './dns/records.ts';
import type { LabRecord, Zone } from './dns/zone.ts';
import type { MailboxPolicy } from './imap/mailbox.ts';
import type { BindPolicy } from './ldap/controller.ts';
import type { Reachability } from './ldap/server.ts';
import { usualSizeLimit } from './smtp/listen.ts';
import type { RelayPolicy } from './smtp/policy.ts';

/** All that can differ between two labs. A fault is a function from one of these to another. */
export interface LabSettings {
  readonly search: readonly string[];
  readonly behaviours: Readonly<Record<string, DnsBehaviour>>;
  /** Applied to the zone in order, once the ports in it are known. */
  readonly zoneEdits: readonly ((zone: Zone) => Zone)[];
  readonly accounts: readonly LabAccount[];
  readonly dc1: Reachability;
  readonly dc2: Reachability;
  readonly dcCertificate: CertificateKind;
  readonly bindPolicy: BindPolicy;
  readonly clientSite: string;
  readonly relay: RelayPolicy;
  readonly relayCertificate: CertificateKind;
  readonly relayTls: 'TLSv1.3' | 'TLSv1.1';
  readonly relayPorts: Reachability;
  readonly implicitTls: 'offered' | 'missing';
  readonly gateway: Reachability;
  /** Whom the gateway takes mail for. */
  readonly gatewayRecipients: 'all' | 'none';
  readonly mailbox: MailboxPolicy;
  readonly mailboxCertificate: CertificateKind;
  readonly mailboxPorts: 'up' | 'refused';
  /** Where mail for the lab's people is put. */
  readonly delivery: 'inbox' | 'junk';
  readonly autoconfig: 'published' | 'login-page';
  /** The servers that the web server names. */
  readonly published: { readonly mailbox: string; readonly relay: string };
}

export const soundSettings: LabSettings = {
  search: searchList,
  behaviours: {},
  zoneEdits: [],
  accounts: defaultAccounts,
  dc1: 'up',
  dc2: 'up',
  dcCertificate: 'good',
  bindPolicy: 'normal',
  clientSite: 'HQ',
  relay: {
    greeting: 'ready',
    startTls: 'offered',
    auth: 'offered',
    relaying: 'when-signed-in',
    senders: 'own',
    recipients: 'accepted',
    data: 'accepted',
    size: usualSizeLimit,
  },
  relayCertificate: 'good',
  relayTls: 'TLSv1.3',
  relayPorts: 'up',
  implicitTls: 'offered',
  gateway: 'up',
  gatewayRecipients: 'all',
  mailbox: { auth: 'offered', space: 'free' },
  mailboxCertificate: 'good',
  mailboxPorts: 'up',
  delivery: 'inbox',
  autoconfig: 'published',
  published: { mailbox: mailboxName, relay: relayName },
};

/** A change of the zone: records whose name matches go, others come. */
export function editZone(
  drop: RegExp | undefined,
  ...add: readonly LabRecord[]
): (settings: LabSettings) => LabSettings {
  const edit = (zone: Zone): Zone => ({
    ...zone,
    records: [...zone.records.filter(({ name }) => !drop?.test(name)), ...add],
  });
  return (settings) => ({ ...settings, zoneEdits: [...settings.zoneEdits, edit] });
}
