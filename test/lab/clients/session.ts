import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from './person.ts';

/** A session of theirs at the desktop, with a keyring that is open: what a command is run in. */
export function inSession(argv: readonly string[]): readonly string[] {
  const unlocked = `printf keyring | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    GSETTINGS_BACKEND=keyfile exec "$@"`;
  return ['dbus-run-session', '--', 'sh', '-euc', unlocked, 'sh', ...argv];
}

/** Their settings for programs of the desktop: `[org/gnome/…]` and what follows. */
export function writeSettings({ home }: Person, keyFile: string): void {
  const folder = join(home, '.config/glib-2.0/settings');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'keyfile'), keyFile);
}
