import { type ClientAccount, type ClientName, clients, writeProfile } from '../../src/clients/index.ts';
import type { Problem, Result } from '../../src/core/index.ts';
import { clientNames, type ListedClient } from '../contract.ts';

/** Every client with what can be done for it. */
export function listClients(account: Result<ClientAccount, Problem>): ListedClient[] {
  return clientNames.map((client) => ({
    client,
    title: clients[client].title,
    installed: false,
    version: '',
    action: actionOf(client),
    problem: whyNot(client, account),
  }));
}

function actionOf(client: ClientName): ListedClient['action'] {
  if (client === 'android') return 'scan';
  return client === 'sheet' ? 'read' : 'save';
}

function whyNot(client: ClientName, account: Result<ClientAccount, Problem>): Problem | null {
  if (!account.ok) return account.error;
  const profile = writeProfile(clients[client], account.value);
  return profile.ok ? null : profile.error;
}
