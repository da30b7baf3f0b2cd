import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export async function packageOf(folder) {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
}
