import { accountOf, type ClientAccount, type Missing } from '../../clients/index.ts';
import type { ExportOptions } from '../actions.ts';
import { UsageError } from '../usage-error.ts';
import { readSaved } from './read-saved.ts';
import { incomingServer, outgoingServer } from './server-url.ts';

const remedies: Readonly<Record<Missing, readonly [option: string, fix: string]>> = {
  address: ['--address', 'say whose account it is, for example --address alice@corp.example'],
  outgoing: [
    '--outgoing',
    'no server for outgoing mail is known; give one, for example --outgoing submissions://smtp.corp.example',
  ],
};

/** The account that a command line is about. Throws UsageError when something is missing. */
export async function accountFor({ from, address, name, incoming, outgoing }: ExportOptions): Promise<ClientAccount> {
  const account = accountOf(from === undefined ? null : await readSaved(from), {
    address,
    name,
    incoming: incoming === undefined ? undefined : incomingServer(incoming),
    outgoing: outgoing === undefined ? undefined : outgoingServer(outgoing),
  });
  if (typeof account !== 'string') return account;
  const [option, fix] = remedies[account];
  throw new UsageError(option, null, fix);
}
