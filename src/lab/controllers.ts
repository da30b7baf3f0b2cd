import type { Authority } from './certificates.ts';
import { domain } from './dns/records.ts';
import type { Controller } from './ldap/controller.ts';
import { makeDirectory } from './ldap/directory.ts';
import { type ControllerPorts, type Reachability, serveController } from './ldap/server.ts';
import { makeListeners } from './listeners.ts';
import type { LabLog } from './log.ts';
import { onOnePort, type Unbind } from './ports.ts';
import type { LabSettings } from './settings.ts';

interface Place {
  readonly host: string;
  readonly address: string;
  readonly site: string;
}

/** Both share their port numbers, because clients are told one LDAPS port; so they differ by address. */
const places: readonly Place[] = [
  { host: 'dc1', address: '127.0.0.1', site: 'HQ' },
  { host: 'dc2', address: '127.0.0.2', site: 'Branch' },
];

export interface Controllers {
  readonly places: readonly Place[];
  readonly ports: ControllerPorts;
  readonly notes: readonly string[];
  close(): Promise<void>;
}

/** Starts the domain controllers; the second only where the platform lets 127.0.0.2 be bound (macOS does not). */
export async function startControllers(
  wanted: Partial<ControllerPorts>,
  settings: LabSettings,
  authority: Authority,
  log: LabLog,
  unbind: Unbind,
): Promise<Controllers> {
  const possible = (await canBind('127.0.0.2')) ? places : places.slice(0, 1);
  const sites = places.map(({ site }) => site);
  const entries = makeDirectory(settings.accounts, sites, new Date());
  const states: Readonly<Record<string, Reachability>> = { dc1: settings.dc1, dc2: settings.dc2 };
  const service = await onOnePort(wanted.ldap ?? 0, async (listeners, port) => {
    let ports: ControllerPorts = { ldap: port, ldaps: wanted.ldaps ?? 0 };
    const refused = makeListeners();
    unbind(refused);
    for (const place of possible) {
      const { accounts, bindPolicy, clientSite } = settings;
      const controller: Controller = {
        ...place,
        clientSite,
        nextClosestSite: clientSite === 'HQ' ? 'Branch' : 'HQ',
        accounts,
        entries,
        bindPolicy,
        log,
      };
      const certificate = authority.issue([`${place.host}.${domain}`, domain], settings.dcCertificate);
      const state = states[place.host] ?? 'up';
      const on = state === 'refused' ? refused : listeners;
      ports = await serveController(on, place.address, ports, controller, certificate, state);
    }
    return ports;
  });
  return {
    places: possible,
    ports: service.value,
    notes: possible.length === places.length ? [] : ['127.0.0.2 cannot be bound here, so there is no dc2.'],
    close: service.close,
  };
}

async function canBind(address: string): Promise<boolean> {
  const listeners = makeListeners();
  try {
    await listeners.tcp({ address, port: 0 }, (socket) => socket.destroy());
    return true;
  } catch {
    return false;
  } finally {
    await listeners.close();
  }
}
