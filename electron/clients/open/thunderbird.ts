import { createHash } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Computer } from '../computer.ts';
import type { Installed } from '../detect/index.ts';
import { profilesIn, withProfile } from './profiles-ini.ts';
import type { Way } from './way.ts';

/**
 * Thunderbird: a new profile beside those that are there. It is entered in their list, so that it is found again without us: as
 * the one that Thunderbird starts with where there was none, by its name where there were some.
 */
export const thunderbird: Way = {
  // As Linux, macOS and Windows have it.
  processes: ['thunderbird', 'thunderbird-bin', 'thunderbird.exe'],
  keepsOthers: async () => true,
  async plan({ profile, address, installed, computer }) {
    const preferences = profile.files.find(({ path }) => path === 'user.js');
    if (preferences === undefined) throw new Error('a profile without preferences');
    const { content, mode } = preferences;
    const root = rootOf(installed, computer);
    const list = join(root, 'profiles.ini');
    const ini = await textOf(list);
    const mark = createHash('sha256').update(content).digest('hex').slice(0, 8);
    const path = `${computer.platform === 'linux' ? '' : 'Profiles/'}waypost-${mark}`;
    const listed = profilesIn(ini);
    const there = listed.find((one) => one.path === path);
    const name = there?.name ?? (listed.some((one) => one.name === address) ? `${address} ${mark}` : address);
    // By its name, not by its folder: who is shut in a Flatpak sees that folder elsewhere.
    const start = [...installed.command, '-P', name] as const;
    const folder = join(root, path);
    if (await isThere(folder)) {
      // The same account was opened before. What Thunderbird has made of it since is not touched.
      const files = there === undefined ? [{ path: list, content: withProfile(ini, { name, path }), mode }] : [];
      return { files, own: null, start };
    }
    const files = [
      // Not as user.js, which would take back at each start what the person has changed since.
      { path: join(folder, 'prefs.js'), content, mode },
      ...(there === undefined ? [{ path: list, content: withProfile(ini, { name, path }), mode }] : []),
    ];
    return { files, own: folder, start };
  },
};

/** Where it keeps its profiles and the list of them (support.mozilla.org, "Profiles - Where Thunderbird stores user data"). */
function rootOf({ home, config }: Installed, { platform }: Computer): string {
  return platform === 'linux' ? join(home, '.thunderbird') : join(config, 'Thunderbird');
}

/** An unreadable list is not taken for an empty one. */
async function textOf(path: string): Promise<string> {
  return (await isThere(path)) ? readFile(path, 'utf8') : '';
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
