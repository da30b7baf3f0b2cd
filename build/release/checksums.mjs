import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

/** Writes SHA256SUMS for the files in a folder, as `sha256sum --check` reads it. */
export async function writeChecksums(folder) {
  const files = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
  const names = files.map(({ name }) => name).filter((name) => name !== 'SHA256SUMS');
  const lines = await Promise.all(names.sort().map(async (name) => `${await sumOf(join(folder, name))}  ${name}\n`));
  await writeFile(join(folder, 'SHA256SUMS'), lines.join(''));
}

async function sumOf(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

// A release gathers the packages of several machines in one folder.
if (process.argv[1] === fileURLToPath(import.meta.url)) await writeChecksums(process.argv[2] ?? '.');
