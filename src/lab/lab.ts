import { setImmediate } from 'node:timers/promises';
import { type LabAccount, labPassword } from './accounts.ts';
import { makeAuthority } from './certificates.ts';
import { startControllers } from './controllers.ts';
import type { DnsBehaviour } from './dns/answer.ts';
import { domain, makeZone } from './dns/records.ts';
import { serveDns } from './dns/server.ts';
import type { LabRecord, Zone } from './dns/zone.ts';
import { applyFaults } from './faults.ts';
import type { Endpoint } from './listeners.ts';
import { type LabEvent, makeLog } from './log.ts';
import { startMail } from './mail.ts';
import { startMailboxes } from './mailboxes.ts';
import { onOnePort, type Unbind } from './ports.ts';
import { editZone, type LabSettings, soundSettings } from './settings.ts';
import { makeMailboxes, type StoredMessage } from './smtp/mailbox.ts';
import { paccJson, paccRecord } from './web/documents.ts';
import { pagesFor } from './web/pages.ts';
import { startWeb } from './web/web.ts';

export interface LabPorts {
  readonly dns: number;
  /** LDAP with StartTLS; CLDAP on the same number over UDP. */
  readonly ldap: number;
  readonly ldaps: number;
  /** The relay's services: implicit TLS ("465"), STARTTLS ("587"), and STARTTLS for anybody ("25"). */
  readonly submissions: number;
  readonly submission: number;
  readonly smtp: number;
  /** The server that mail is read on: implicit TLS ("993") and STARTTLS ("143"). */
  readonly imaps: number;
  readonly imap: number;
  /** The web server that settings are published on. */
  readonly https: number;
  readonly http: number;
  /** The partner's gateway ("25" of gw.partner.example). */
  readonly gateway: number;
}

type ServicePorts = Pick<
  LabPorts,
  'ldaps' | 'submissions' | 'submission' | 'smtp' | 'imaps' | 'imap' | 'https' | 'http'
> & {
  readonly globalCatalog: number;
};

export interface LabOptions {
  /** Ids from `labFaults`. */
  readonly faults?: readonly string[];
  /** Ports to use; what is left out is chosen by the system. */
  readonly ports?: Partial<LabPorts>;
  /** The site that the domain controllers say the client is in; HQ (dc1) by default, Branch is dc2's. */
  readonly clientSite?: string;
  /** More records for the lab's domains. */
  readonly records?: readonly LabRecord[];
  /** Misbehaviour by lower-case name, `*` for all. */
  readonly behaviours?: Readonly<Record<string, DnsBehaviour>>;
}

export interface Lab {
  readonly dns: Endpoint;
  readonly search: readonly string[];
  readonly domain: string;
  /** The certificate, PEM, that makes the lab's servers trusted. */
  readonly ca: string;
  readonly ports: LabPorts;
  /** What to use in place of the registered ports. */
  readonly servicePorts: ServicePorts;
  readonly accounts: readonly LabAccount[];
  /** Of every account. */
  readonly password: string;
  /** What this platform could not do, in words. */
  readonly notes: readonly string[];
  readonly log: readonly LabEvent[];
  /** Messages that have arrived for an address; of the partner's domains as well as of our own. */
  mailbox(address: string): readonly StoredMessage[];
  /** Resolves when the relay has nothing left to forward. */
  idle(): Promise<void>;
  /** Closes everything; afterwards nothing keeps the process alive. */
  stop(): Promise<void>;
}

/**
 * Starts a whole small company on loopback: DNS, two domain controllers, a relay, mailboxes, a web server with
 * the settings for mail clients, and a partner's gateway; all at once.
 * Rejects with RangeError for an unknown fault, or with the system's error when a given port is taken.
 */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const settings = settingsFrom(options);
  const authority = makeAuthority();
  const log = makeLog();
  const mailboxes = makeMailboxes();
  const started: { close(): Promise<void> }[] = [];
  const stop = async () => {
    await Promise.all(started.map((service) => service.close()));
    // Node takes one more turn to give handles back after it has said that they are closed.
    await setImmediate();
  };
  // The services ask for the zone and the ports only when a client does, and by then they are there.
  let zone: Zone = { origins: [], records: [] };
  const wanted = options.ports ?? {};
  const world = { zone: () => zone, behaviours: new Map(Object.entries(settings.behaviours)) };
  let published = { imaps: 0, imap: 0, submissions: 0, submission: 0 };
  const pages = pagesFor(settings, () => published);
  const keep = async <T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> => {
    const service = await opening;
    started.push(service);
    return service;
  };
  const refused: { close(): Promise<void> }[] = [];
  const unbind: Unbind = (service) => {
    refused.push(service);
    started.push(service);
  };
  const opening = [
    keep(startControllers(wanted, settings, authority, log, unbind)),
    keep(startMail(wanted, settings, authority, { log, mailboxes, zone: () => zone, unbind })),
    keep(startMailboxes(wanted, settings, authority, { log, mailboxes, unbind })),
    keep(startWeb(wanted, authority, pages, log)),
    keep(
      onOnePort(wanted.dns ?? 0, (listeners, port) => serveDns(listeners, { address: '127.0.0.1', port }, world, log)),
    ),
  ] as const;
  try {
    const [controllers, mail, reading, web, dns] = await Promise.all(opening);
    const ports = { dns: dns.value, ...controllers.ports, ...mail.ports, ...reading.ports, ...web.ports };
    await Promise.all(refused.map((service) => service.close()));
    published = ports;
    const loopback = { relay: '127.0.0.1', mailbox: '127.0.0.1', web: '127.0.0.1', gateway: '127.0.0.1' };
    const { places } = controllers;
    const announcement = paccRecord(paccJson(settings.published));
    zone = settings.zoneEdits.reduce(
      (edited, edit) => edit(edited),
      makeZone({ ...loopback, controllers: places, ports, announcement }),
    );
    return {
      dns: { address: '127.0.0.1', port: dns.value },
      search: settings.search,
      domain,
      ca: authority.pem,
      ports,
      servicePorts: servicePortsOf(ports),
      accounts: settings.accounts,
      password: labPassword,
      notes: controllers.notes,
      log: log.events,
      mailbox: (address) => mailboxes.of(address),
      idle: () => mail.idle(),
      stop,
    };
  } catch (error) {
    await Promise.allSettled(opening);
    await stop();
    throw error;
  }
}

function servicePortsOf(ports: LabPorts): ServicePorts {
  const { ldaps, submissions, submission, smtp, imaps, imap, https, http } = ports;
  return { ldaps, globalCatalog: ldaps, submissions, submission, smtp, imaps, imap, https, http };
}

function settingsFrom({ faults = [], clientSite, records = [], behaviours = {} }: LabOptions): LabSettings {
  const wanted = { ...soundSettings, behaviours, ...(clientSite === undefined ? {} : { clientSite }) };
  return applyFaults(editZone(undefined, ...records)(wanted), faults);
}
