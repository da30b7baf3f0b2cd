import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Everything the world writes lies under here, so that tearing it down is removing one directory. */
export const stateDir = '/var/tmp/waypost-lab';

/** Where the C, Python and JavaScript helpers lie. The bundle that the shell command runs from is elsewhere, hence the variable. */
export const assetDir = process.env['WAYPOST_LAB_ASSETS'] ?? dirname(fileURLToPath(import.meta.url));

export function statePath(...parts: readonly string[]): string {
  return join(stateDir, ...parts);
}

/** Writes a file below the state directory and returns its path. */
export function writeState(path: string, text: string, mode = 0o644): string {
  const target = statePath(path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text, { mode });
  return target;
}

/** The paths of all files in a directory and in those below it, sorted. */
export function filesBelow(dir: string): readonly string[] {
  const entries = readdirSync(dir, { withFileTypes: true });
  const paths = entries.flatMap((entry) => {
    const path = join(dir, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
  return paths.sort();
}
