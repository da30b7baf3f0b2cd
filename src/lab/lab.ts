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
import { onOnePort } from './ports.ts';
import { editZone, type LabSettings, soundSettings } from './settings.ts';
import { makeMailboxes, type StoredMessage } from './smtp/mailbox.ts';

export interface LabPorts {
  readonly dns: number;
  /** LDAP with StartTLS; CLDAP on the same number over UDP. */
  readonly ldap: number;
  readonly ldaps: number;
  /** The relay's services: implicit TLS ("465"), STARTTLS ("587"), and STARTTLS for anybody ("25"). */
  readonly submissions: number;
  readonly submission: number;
  readonly smtp: number;
  /** The partner's gateway ("25" of gw.partner.example). */
  readonly gateway: number;
}

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
 * Starts a whole small company on loopback: DNS, two domain controllers, a relay, and a partner's gateway.
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
  // The services ask for the zone only when a client does, and by then it is there.
  let zone: Zone = { origins: [], records: [] };
  try {
    const controllers = await startControllers(options.ports ?? {}, settings, authority, log);
    started.push(controllers);
    const relay = await startMail(options.ports ?? {}, settings, authority, { log, mailboxes, zone: () => zone });
    started.push(relay);
    const world = { zone: () => zone, behaviours: new Map(Object.entries(settings.behaviours)) };
    const dns = await onOnePort(options.ports?.dns ?? 0, (listeners, port) =>
      serveDns(listeners, { address: '127.0.0.1', port }, world, log),
    );
    started.push(dns);
    const ports = { dns: dns.value, ...controllers.ports, ...relay.ports };
    zone = settings.zoneEdits.reduce(
      (edited, edit) => edit(edited),
      makeZone({ relay: '127.0.0.1', gateway: '127.0.0.1', controllers: controllers.places, ports }),
    );
    return {
      dns: { address: '127.0.0.1', port: dns.value },
      search: settings.search,
      domain,
      ca: authority.pem,
      ports,
      accounts: settings.accounts,
      password: labPassword,
      notes: controllers.notes,
      log: log.events,
      mailbox: (address) => mailboxes.of(address),
      idle: () => relay.idle(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function settingsFrom({ faults = [], clientSite, records = [], behaviours = {} }: LabOptions): LabSettings {
  const wanted = { ...soundSettings, behaviours, ...(clientSite === undefined ? {} : { clientSite }) };
  return applyFaults(editZone(undefined, ...records)(wanted), faults);
}
