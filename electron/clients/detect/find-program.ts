import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/** Where a program is that the person could start by its name; null when it is nowhere. */
export async function findProgram(name: string, path: string): Promise<string | null> {
  // The present folder may be anybody's.
  const folders = path.split(delimiter).filter(isAbsolute);
  for (const folder of folders) if (await isProgram(join(folder, name))) return join(folder, name);
  return null;
}

export async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
