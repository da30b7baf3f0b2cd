import { type ClientAccount, type ClientName, clients, writeProfile } from '../../src/clients/index.ts';

/** The files of an account, by their paths, as text; throws where the client refuses it. */
export function filesOf(client: ClientName, account: ClientAccount): Readonly<Record<string, string>> {
  const profile = writeProfile(clients[client], account);
  if (!profile.ok) throw new Error(`refused: ${JSON.stringify(profile.error)}`);
  return Object.fromEntries(
    profile.value.files.map(({ path, content }) => [path, typeof content === 'string' ? content : utf16(content)]),
  );
}

/** The only file whose name ends so. */
export function fileOf(client: ClientName, account: ClientAccount, ending: string): string {
  const found = Object.entries(filesOf(client, account)).find(([path]) => path.endsWith(ending));
  if (found === undefined) throw new Error(`there is no ${ending}`);
  return found[1];
}

export function isRefused(client: ClientName, account: ClientAccount): boolean {
  return !writeProfile(clients[client], account).ok;
}

function utf16(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf16le');
}
