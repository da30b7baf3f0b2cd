import type { ClientName } from '../../../src/clients/index.ts';
import { clientNames } from '../../contract.ts';
import type { Computer } from '../computer.ts';
import type { Installed, InstalledClients } from './installed.ts';
import { findOnUnix, unixPrograms } from './linux.ts';
import { findOnMac, macApps } from './macos.ts';
import { findOnWindows, windowsPrograms } from './windows.ts';

/** Which mail clients are on this computer. All are looked for at once, and none is started but for its version. */
export async function detectClients(computer: Computer): Promise<InstalledClients> {
  const found = await Promise.all(
    clientNames.map(async (client) => [client, await detectClient(client, computer)] as const),
  );
  return new Map(found.filter((entry): entry is [ClientName, Installed] => entry[1] !== null));
}

/** One of them; null where it is not there. */
export function detectClient(client: ClientName, computer: Computer): Promise<Installed | null> {
  return find(client, computer).catch(() => null);
}

async function find(client: ClientName, computer: Computer): Promise<Installed | null> {
  if (computer.platform === 'win32') {
    const name = windowsPrograms[client];
    return name === undefined ? null : findOnWindows(name, computer);
  }
  const app = computer.platform === 'darwin' ? macApps[client] : undefined;
  if (app !== undefined) return findOnMac(app, computer);
  const program = unixPrograms[client];
  return program === undefined ? null : findOnUnix(program, computer);
}

/** Whether there is a client of this kind for the platform at all. A phone and a sheet of paper go with each. */
export function isOfPlatform(client: ClientName, platform: string): boolean {
  if (client === 'android' || client === 'sheet') return true;
  if (platform === 'win32') return client in windowsPrograms;
  if (platform === 'darwin') return client in macApps || isForTerminals(client);
  return client in unixPrograms;
}

function isForTerminals(client: ClientName): boolean {
  return (unixPrograms[client]?.entries.length ?? 1) === 0;
}
