import { readFileSync } from 'node:fs';

type Environment = Readonly<Record<string, string | undefined>>;

/** What Electron, Node and we ourselves understand; a program that is no part of us must not. */
const ours = /^(ELECTRON|CHROME|NODE|WAYPOST)_|^(ORIGINAL_XDG_CURRENT_DESKTOP|APPDIR|APPIMAGE|ARGV0|OWD)$/;

/** The environment of the person's session, without what is ours. */
export function withoutOurs(all: Environment): Record<string, string> {
  const kept = Object.entries(all).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !ours.test(entry[0]),
  );
  return Object.fromEntries(kept);
}

/**
 * What this program was started with. On Linux, Chromium puts more into its environment, which would take the desktop's
 * bus, its accessibility or its display away from a client; the kernel still tells what there was before.
 */
export function startedWith(all: Environment, kernels = '/proc/self/environ'): Environment {
  try {
    const entries = readFileSync(kernels, 'utf8')
      .split('\0')
      .map((entry) => /^([^=]+)=(.*)$/s.exec(entry))
      .flatMap((found) => (found === null ? [] : [[found[1] ?? '', found[2] ?? ''] as const]));
    const before: Environment = Object.fromEntries(entries);
    return before['PATH'] === undefined ? all : before;
  } catch {
    return all;
  }
}
