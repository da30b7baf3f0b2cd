import { type ClientAccount, type ClientName, clients, writeProfile } from '../../src/clients/index.ts';
import type { Problem, Result } from '../../src/core/index.ts';
import { clientNames, type ListedClient } from '../contract.ts';
import { type InstalledClients, isOfPlatform } from './detect/index.ts';
import { ways } from './open/index.ts';

export interface Here {
  readonly installed: InstalledClients;
  readonly platform: string;
  /** Whether clients may be started at all. */
  readonly mayOpen: boolean;
}

/** Every client with what can be done for it: the installed ones first, then those of this platform, then the others. */
export async function listClients(
  account: Result<ClientAccount, Problem>,
  { installed, platform, mayOpen }: Here,
): Promise<ListedClient[]> {
  const rank = (client: ClientName) => (installed.has(client) ? 0 : isOfPlatform(client, platform) ? 1 : 2);
  const listed = clientNames.map(async (client): Promise<ListedClient> => {
    const profile = account.ok ? writeProfile(clients[client], account.value) : account;
    const there = installed.get(client);
    const way = mayOpen ? ways[client] : undefined;
    const canOpen = profile.ok && there && (await way?.keepsOthers({ profile: profile.value, installed: there }));
    return {
      client,
      title: clients[client].title,
      installed: there !== undefined,
      version: there?.version ?? '',
      action: actionOf(client, canOpen === true),
      problem: profile.ok ? null : profile.error,
    };
  });
  return (await Promise.all(listed)).sort((a, b) => rank(a.client) - rank(b.client));
}

function actionOf(client: ClientName, canOpen: boolean): ListedClient['action'] {
  if (client === 'android') return 'scan';
  if (client === 'sheet') return 'read';
  return canOpen ? 'open' : 'save';
}
