import {
  accountOf,
  type ClientAccount,
  type Given,
  type Missing,
  type UnapprovedServer,
  unapprovedServers,
} from '../../clients/index.ts';
import { visible } from '../../core/index.ts';
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

/**
 * The account that a command line is about. Throws UsageError when something is missing, or when a server that only the run
 * names was approved by nobody: the client would give it the password.
 */
export async function accountFor(options: ExportOptions): Promise<ClientAccount> {
  const { from, address, name, incoming, outgoing } = options;
  const given: Given = {
    address,
    name,
    incoming: incoming === undefined ? undefined : incomingServer(incoming),
    outgoing: outgoing === undefined ? undefined : outgoingServer(outgoing),
  };
  const report = from === undefined ? null : await readSaved(from);
  const account = accountOf(report, given);
  if (typeof account === 'string') {
    const [option, fix] = remedies[account];
    throw new UsageError(option, null, fix);
  }
  const [foreign] = report === null ? [] : unapprovedServers(report, given);
  if (from !== undefined && foreign !== undefined) throw new UsageError('--from', from, approveFirst(foreign));
  return account;
}

function approveFirst({ host, domain }: UnapprovedServer): string {
  return `it names ${visible(host, 300)}, which is in no approved domain; if that server is right, find the settings again with --approve-domain ${visible(domain, 300)}`;
}
