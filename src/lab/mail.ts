import type { Authority } from './certificates.ts';
import { domain, hosterDomain, partnerDomain, relayName } from './dns/records.ts';
import type { Zone } from './dns/zone.ts';
import type { Reachability } from './ldap/server.ts';
import { makeListeners } from './listeners.ts';
import type { LabLog } from './log.ts';
import type { Unbind } from './ports.ts';
import type { LabSettings } from './settings.ts';
import { serveGateway } from './smtp/gateway.ts';
import type { Mailboxes } from './smtp/mailbox.ts';
import type { RelayService } from './smtp/policy.ts';
import { makeQueue } from './smtp/queue.ts';
import { serveRelay } from './smtp/relay.ts';

export interface MailPorts {
  readonly submissions: number;
  readonly submission: number;
  readonly smtp: number;
  readonly gateway: number;
}

export interface MailWorld {
  readonly ports: MailPorts;
  idle(): Promise<void>;
  close(): Promise<void>;
}

interface Surroundings {
  readonly log: LabLog;
  readonly mailboxes: Mailboxes;
  readonly zone: () => Zone;
  readonly unbind: Unbind;
}

interface Opened {
  readonly port: number;
  close(): Promise<void>;
}

/** Starts the relay's three services and the gateway that it forwards to. */
export async function startMail(
  wanted: Partial<MailPorts>,
  settings: LabSettings,
  authority: Authority,
  { log, mailboxes, zone, unbind }: Surroundings,
): Promise<MailWorld> {
  const opened: Opened[] = [];
  const close = async () => {
    await Promise.all(opened.map((service) => service.close()));
  };
  const open = async (
    state: Reachability,
    port: number,
    serve: (at: { address: string; port: number }) => Promise<Opened>,
  ) => {
    const at = { address: '127.0.0.1', port };
    const service = state === 'silent' ? await sayNothing(at) : await serve(at);
    if (state === 'refused') unbind(service);
    else opened.push(service);
    return service.port;
  };
  try {
    const gatewayCertificate = authority.issue([`gw.${partnerDomain}`]);
    const gateway = await open(settings.gateway, wanted.gateway ?? 0, (at) =>
      serveGateway(at, gatewayCertificate, settings.gatewayRecipients, mailboxes),
    );
    const queue = makeQueue(
      { helo: relayName, zone, gatewayPort: gateway, delivery: settings.delivery },
      mailboxes,
      log,
    );
    const relay = {
      policy: settings.relay,
      accounts: settings.accounts,
      certificate: authority.issue([relayName, `smtp.${domain}`, `mail.${hosterDomain}`], settings.relayCertificate),
      newestTls: settings.relayTls,
      queue,
      log,
    };
    const serve = (service: RelayService) =>
      open(
        service === 'submissions' && settings.implicitTls === 'missing' ? 'refused' : settings.relayPorts,
        wanted[service] ?? 0,
        (at) => serveRelay(at, service, relay),
      );
    const ports = {
      submissions: await serve('submissions'),
      submission: await serve('submission'),
      smtp: await serve('smtp'),
      gateway,
    };
    return {
      ports,
      idle: () => queue.idle(),
      async close() {
        await close();
        // What was on its way finds the gateway gone, and ends.
        await queue.idle();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function sayNothing(at: { address: string; port: number }): Promise<Opened> {
  const listeners = makeListeners();
  const port = await listeners.tcp(at, (socket) => socket.resume());
  return { port, close: () => listeners.close() };
}
