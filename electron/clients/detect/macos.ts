import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientName } from '../../../src/clients/index.ts';
import type { Computer } from '../computer.ts';
import type { Installed } from './installed.ts';

/** Milliseconds for reading one property list. */
const patience = 1_500;

interface App {
  readonly bundle: string;
  /** What starts it; a profile for Mail is opened with the system's own opener. */
  readonly program: (bundle: string) => string;
}

export const macApps: Partial<Record<ClientName, App>> = {
  thunderbird: { bundle: 'Thunderbird.app', program: (bundle) => join(bundle, 'Contents', 'MacOS', 'thunderbird') },
  apple: { bundle: 'Mail.app', program: () => '/usr/bin/open' },
};

/** An app in one of the places where macOS has them; null when it is in none. */
export async function findOnMac({ bundle, program }: App, computer: Computer): Promise<Installed | null> {
  const { home } = computer;
  for (const folder of [join(home, 'Applications'), '/Applications', '/System/Applications']) {
    const path = join(folder, bundle);
    if (!(await isThere(path))) continue;
    const library = join(home, 'Library');
    return { command: [program(path)], version: await versionOf(path, computer), home, config: library };
  }
  return null;
}

async function versionOf(bundle: string, { run }: Computer): Promise<string> {
  const list = join(bundle, 'Contents', 'Info.plist');
  const words = ['-extract', 'CFBundleShortVersionString', 'raw', '-o', '-', list];
  const said = await run('plutil', words, { timeout: patience });
  return /^\d[\w.]{0,39}$/.exec(said?.trim() ?? '')?.[0] ?? '';
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
