import { ok, type Problem, type Result } from '../../core/index.ts';
import type { MailboxReport, Step } from '../../run/index.ts';
import type { ImapSession } from './session.ts';

export type MailboxFacts = Pick<MailboxReport, 'quota' | 'folders'>;
type Folder = MailboxReport['folders'][number];

/** RFC 6154; imapflow works them out from names where the server does not tell. */
const roles: Readonly<Record<string, Folder['role']>> = {
  '\\Inbox': 'inbox',
  '\\Sent': 'sent',
  '\\Drafts': 'drafts',
  '\\Trash': 'trash',
  '\\Junk': 'junk',
  '\\Archive': 'archive',
  '\\All': 'all',
  '\\Flagged': 'flagged',
  '\\Important': 'important',
};
const mostFolders = 20;
const longestPath = 500;

/** The quota (RFC 9208) of the inbox, and the folders that have a role. A server that does not tell leaves them empty. */
export async function readFacts(session: ImapSession, step: Step): Promise<Result<MailboxFacts, Problem>> {
  const quota = await session.ask('GETQUOTAROOT INBOX', askQuota, countOf, step);
  if (!quota.ok) return quota;
  const folders = await session.ask('LIST', askFolders, countOf, step);
  return folders.ok ? ok({ quota: quota.value, folders: folders.value }) : folders;
}

type Client = Parameters<Parameters<ImapSession['ask']>[1]>[0];

async function askQuota(client: Client): Promise<MailboxReport['quota']> {
  const told = await client.getQuota('INBOX');
  if (!told) return [];
  const { storage, message } = told;
  return [resource('storage', storage), resource('messages', message)].flatMap((one) => one ?? []);
}

function resource(name: 'storage' | 'messages', told: unknown): MailboxReport['quota'][number] | null {
  if (typeof told !== 'object' || told === null) return null;
  const [used, limit] = [amount(Reflect.get(told, 'usage')), amount(Reflect.get(told, 'limit'))];
  return used === null || limit === null ? null : { resource: name, used, limit };
}

function amount(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}

async function askFolders(client: Client): Promise<Folder[]> {
  const listed = await client.list();
  const found = listed.flatMap(({ path, specialUse }) => {
    const role = roles[specialUse ?? ''];
    return role === undefined || path.length > longestPath ? [] : [{ path, role }];
  });
  return found.slice(0, mostFolders);
}

function countOf(things: readonly unknown[]): string {
  return `${things.length} told`;
}
