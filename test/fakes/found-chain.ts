import type { Arrival, CustodyReport, DeliveryNotice, Hop, MailboxReport, RankedServer } from '../../src/run/index.ts';

/** Parts of a report about settings, mailboxes and arrivals; tests say what matters to them. */

const hop: Hop = { from: null, by: null, with: null, id: null, at: null, delay: null, tls: null };

export function aHop(changes: Partial<Hop> = {}): Hop {
  return { ...hop, ...changes };
}

/** A way with a long stop, clocks that disagree, a plain connection and a name that would turn the text around. */
export const longWay: readonly Hop[] = [
  aHop({
    from: '[10.1.2.3]',
    by: 'mail.corp.example',
    with: 'ESMTPSA',
    id: '4XYZ1',
    at: '2026-11-24T08:00:00Z',
    tls: true,
  }),
  aHop({
    from: 'mail.corp.example',
    by: 'scanner.with-a-very-long-name-that-hardly-fits.security.corp.example',
    with: 'ESMTP',
    at: '2026-11-24T08:00:01Z',
    delay: 1_000,
    tls: false,
  }),
  aHop({
    from: 'scanner-out.corp.example',
    by: 'mx2.corp.example',
    with: 'ESMTPS',
    at: '2026-11-24T08:03:00Z',
    delay: 179_000,
    tls: true,
  }),
  aHop({
    from: 'mx2.corp.example',
    by: 'imap\u202eevil.example',
    with: 'LMTP',
    at: '2026-11-24T08:02:57Z',
    delay: -3_000,
  }),
];

export function anArrival(changes: Partial<Arrival> = {}): Arrival {
  return { folder: 'INBOX', role: 'inbox', after: 1_800, hops: [], ...changes };
}

export function aNotice(changes: Partial<DeliveryNotice> = {}): DeliveryNotice {
  return {
    action: 'delivered',
    status: '2.0.0',
    diagnostic: null,
    remoteMta: null,
    reportedBy: 'mx.partner.example',
    ...changes,
  };
}

type Recipient = CustodyReport['recipients'][number];

export function aRecipient(address: string, changes: Partial<Recipient> = {}): Recipient {
  return { address, state: 'accepted', reply: null, dsn: false, notice: null, ...changes };
}

export function aCustody(changes: Partial<CustodyReport> = {}): CustodyReport {
  return {
    gateway: 'mail.corp.example',
    state: 'accepted',
    queueId: '4XYZ1',
    messageId: '<1@corp.example>',
    reply: null,
    recipients: [aRecipient('alice@corp.example')],
    arrival: null,
    statement: 'never shown',
    ...changes,
  };
}

export function aServer(changes: Partial<RankedServer> = {}): RankedServer {
  return {
    service: 'imap',
    host: 'imap.corp.example',
    port: 993,
    security: 'implicit',
    authentication: ['password'],
    user: 'alice@corp.example',
    url: null,
    sources: [{ source: 'dns', origin: '_imaps._tcp.corp.example', trust: 'dns' }],
    approved: 'the domain of the sign-in name',
    verified: true,
    verdict: 'chosen',
    reason: 'verified',
    ...changes,
  };
}

export function aMailbox(changes: Partial<MailboxReport> = {}): MailboxReport {
  return {
    protocol: 'imap',
    host: 'imap.corp.example',
    address: '10.1.2.4',
    port: 993,
    security: 'implicit',
    greeting: '* OK ready',
    capabilities: ['IMAP4REV1', 'QUOTA'],
    mechanisms: ['PLAIN'],
    passwords: 'taken',
    tls: null,
    signIn: 'accepted',
    user: 'alice@corp.example',
    quota: [],
    folders: [],
    ...changes,
  };
}
