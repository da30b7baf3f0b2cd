import { join } from 'node:path';
import type { ClientName } from '../../../src/clients/index.ts';
import { parseRegQuery } from '../../../src/platform/index.ts';
import type { Computer } from '../computer.ts';
import { versionBeside } from './ask-version.ts';
import { isProgram } from './find-program.ts';
import type { Installed } from './installed.ts';

/** Milliseconds; reg.exe answers in some ten. */
const patience = 2_000;

/** The new Outlook has another name, and takes no profile. */
export const windowsPrograms: Partial<Record<ClientName, string>> = {
  thunderbird: 'thunderbird.exe',
  outlook: 'OUTLOOK.EXE',
};

/** A program that Windows starts by its name (Microsoft, "Application Registration"); null when there is none. */
export async function findOnWindows(name: string, computer: Computer): Promise<Installed | null> {
  for (const hive of ['HKCU', 'HKLM']) {
    const key = `${hive}\\Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\${name}`;
    const output = await computer.run('reg.exe', ['query', key, '/ve'], { timeout: patience });
    // Its one value has no name, which each language of Windows tells with another word.
    const [value] = [...parseRegQuery(output ?? '').values()].flat();
    const path = value?.data.replace(/^"(.*)"$/, '$1') ?? '';
    if (path !== '' && (await isProgram(path))) return installedAt(path, name, computer);
  }
  return null;
}

async function installedAt(path: string, name: string, { home, env }: Computer): Promise<Installed> {
  const version = name === windowsPrograms.thunderbird ? await versionBeside(path, 'thunderbird') : '';
  return { command: [path], version, home, config: env['APPDATA'] ?? join(home, 'AppData', 'Roaming') };
}
