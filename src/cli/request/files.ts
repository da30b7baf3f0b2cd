import { X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { TestMessage } from '../../chain/request.ts';
import { UsageError } from '../usage-error.ts';

type Attachment = TestMessage['attachments'][number];

const megabyte = 1_048_576;
/** A bundle of every public authority is a quarter of this. */
const largestCaFile = megabyte;
/** Together, before base64 makes them a third larger; most relays take no more. */
const largestAttachments = 25 * megabyte;

const pem = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** The certificates in a file, PEM. Throws UsageError when it cannot be read or holds none that can be used. */
export async function readCa(file: string): Promise<string> {
  const content = await readLimited('--ca', file, largestCaFile);
  const certificates = content.toString('latin1').match(pem) ?? [];
  if (certificates.length === 0) {
    throw new UsageError(
      '--ca',
      file,
      'the file holds no certificate in PEM form; convert it with openssl x509 -inform der',
    );
  }
  for (const certificate of certificates) demandCertificate(certificate, file);
  return certificates.join('\n');
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
    if (found.size > limit)
      throw new UsageError(option, file, `too large; ${Math.floor(limit / megabyte)} MB are left for it`);
    return await readFile(file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      option,
      file,
      `the file cannot be read (${codeOf(error)}); check its name and that you may read it`,
    );
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function demandCertificate(certificate: string, file: string): void {
  try {
    new X509Certificate(certificate);
  } catch {
    throw new UsageError('--ca', file, 'a certificate in the file is damaged; export it again');
  }
}
