import type { ImapFlow } from 'imapflow';
import { type Field, fieldsOf, idsIn, textIn } from './headers.ts';

/** Octets of a message that are read at most: notices take a few kilobytes. */
const longestSource = 65_536;
/** More hits than these are looked at from the newest on. */
const mostHits = 10;

/** Opens a folder to read only: nothing that is done here marks a message as seen (RFC 9051 6.3.3). */
export async function openFolder(client: ImapFlow, path: string): Promise<void> {
  await client.mailboxOpen(path, { readOnly: true });
  // Some servers tell of new messages only when they are asked for nothing.
  await client.noop();
}

/** The head of the message with an identifier; null when it is not there. SEARCH finds parts of words: looked at again. */
export async function findMessage(client: ImapFlow, messageId: string): Promise<readonly Field[] | null> {
  for (const uid of await hits(client, { header: { 'message-id': messageId } })) {
    const message = await client.fetchOne(String(uid), { headers: true }, { uid: true });
    const fields = message === false ? [] : fieldsOf(message.headers?.toString('utf8') ?? '');
    if (idsIn(textIn(fields, 'message-id')).includes(messageId)) return fields;
  }
  return null;
}

/**
 * Sources of the delivery reports in the open folder that came since a day.
 *
 * @param known UIDs that have been read already; those that are read now are added
 */
export async function newReports(client: ImapFlow, since: Date, known: Set<number>): Promise<string[]> {
  const uids = await hits(client, { since, header: { 'content-type': 'multipart/report' } });
  const sources: string[] = [];
  for (const uid of uids.filter((one) => !known.has(one))) {
    known.add(uid);
    const message = await client.fetchOne(String(uid), { source: { maxLength: longestSource } }, { uid: true });
    if (message !== false) sources.push(message.source?.subarray(0, longestSource).toString('utf8') ?? '');
  }
  return sources;
}

type Query = Parameters<ImapFlow['search']>[0];

async function hits(client: ImapFlow, query: Query): Promise<number[]> {
  const found = await client.search(query, { uid: true });
  return Array.isArray(found) ? found.slice(-mostHits) : [];
}
