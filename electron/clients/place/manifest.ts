import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { clientNames } from '../../contract.ts';
import { readStored, writeStored } from '../../stored/index.ts';

/** What was done for one client, so that it can be taken back. */
const manifestSchema = z.strictObject({
  version: z.literal(1),
  client: z.enum(clientNames),
  /** ISO 8601, UTC. */
  at: z.string(),
  files: z.array(
    z.strictObject({
      path: z.string(),
      /** Of what was put there, SHA-256 in hexadecimal digits: with another, it has been changed since. */
      hash: z.string(),
      /** Whether the client writes it anew by itself, so that a change of it is no sign of a person's work. */
      rewritten: z.boolean(),
      /** What was there before: its name in the folder of the manifest, and its mode; null where there was nothing. */
      before: z.nullable(z.strictObject({ kept: z.string().check(z.regex(/^\d+$/)), mode: z.int() })),
    }),
  ),
  /** Folders that were made for these files, the outermost first. */
  made: z.array(z.string()),
  /** A folder that is the client's from now on, with whatever it puts there. */
  own: z.nullable(z.string()),
});
export type Manifest = z.infer<typeof manifestSchema>;

const fileOf = (folder: string) => join(folder, 'manifest.json');

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeStored(fileOf(folder), manifest);
}

/** null where there is none (any more). */
export async function readManifest(folder: string): Promise<Manifest | null> {
  const stored = await readStored(fileOf(folder));
  const read = stored.state === 'there' ? manifestSchema.safeParse(stored.value) : null;
  return read?.success ? read.data : null;
}

/** It has been taken back: nobody can do that twice. What was put aside stays. */
export async function dropManifest(folder: string, { files }: Manifest): Promise<void> {
  const kept = files.flatMap(({ before }) => (before === null ? [] : [join(folder, before.kept)]));
  for (const path of [fileOf(folder), ...kept]) await rm(path, { force: true });
}
