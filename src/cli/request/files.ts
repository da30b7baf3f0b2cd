import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseCertificates } from '../../chain/parse/index.ts';
import type { TestMessage } from '../../chain/request.ts';
import { flawWords } from '../flaw-words.ts';
import { UsageError } from '../usage-error.ts';

type Attachment = TestMessage['attachments'][number];

const megabyte = 1_048_576;
/** A bundle of every public authority is a quarter of this. */
const largestCaFile = megabyte;
/** Together, before base64 makes them a third larger; most relays take no more. */
const largestAttachments = 25 * megabyte;

/** The certificates in a file, PEM or one in DER, as PEM. Throws UsageError when there is none that can be used. */
export async function readCa(file: string): Promise<string> {
  const certificates = parseCertificates(await readLimited('--ca', file, largestCaFile));
  if (certificates.ok) return certificates.value;
  throw new UsageError('--ca', file, flawWords[certificates.error]);
}

/** Files for the message, in the order of the command line. Throws UsageError. */
export async function readAttachments(files: readonly string[]): Promise<readonly Attachment[]> {
  const attachments: Attachment[] = [];
  let room = largestAttachments;
  for (const file of files) {
    const content = await readLimited('--attach', file, room);
    room -= content.length;
    attachments.push({ name: basename(file), base64: content.toString('base64') });
  }
  return attachments;
}

async function readLimited(option: string, file: string, limit: number): Promise<Buffer> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw new UsageError(option, file, 'this is a directory; give a file');
    if (found.size > limit) throw new UsageError(option, file, tooLarge(found.size, limit));
    return await readFile(file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(option, file, unreadable(codeOf(error)));
  }
}

function tooLarge(size: number, limit: number): string {
  const megabytes = (bytes: number) => `${(bytes / megabyte).toFixed(1)} MB`;
  return `the file has ${megabytes(size)}, and at most ${megabytes(limit)} can be taken`;
}

function unreadable(code: string): string {
  if (code === 'ENOENT') return 'there is no such file; check its name and the folder';
  if (code === 'EACCES' || code === 'EPERM') return 'you may not read this file; ask its owner, or give a copy of it';
  return `the file cannot be read (${code})`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
