import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Whether this copy of the program was given a place to ask for newer versions: packaging writes it, or leaves it out. */
export function feedOf(resources: string): string | null {
  const file = join(resources, 'app-update.yml');
  return existsSync(file) ? file : null;
}
