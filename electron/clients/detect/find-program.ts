import { constants } from 'node:fs';
import { access, open, stat } from 'node:fs/promises';
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

/** Enough for a script that starts another program. */
const mostBytes = 4_096;

/** What a program begins with, as text; empty where it cannot be read. */
export async function beginningOf(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(mostBytes), 0, mostBytes, 0);
      return buffer.toString('latin1', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return '';
  }
}
