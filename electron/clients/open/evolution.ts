import { filesInPlace } from './places.ts';
import type { Way } from './way.ts';

const registry = [
  ['--dest', 'org.gnome.evolution.dataserver.Sources5'],
  ['--object-path', '/org/gnome/evolution/dataserver/SourceManager'],
  ['--method', 'org.gnome.evolution.dataserver.SourceManager.Reload'],
].flat();

/** Milliseconds for one call over the session's bus. */
const patience = 3_000;

/** Evolution: its files are named after the account, so that none of another one is replaced. */
export const evolution: Way = {
  processes: ['evolution'],
  keepsOthers: async () => true,
  plan: async ({ profile, installed, computer }) => ({
    files: filesInPlace(profile, installed).map((file) => ({ ...file, rewritten: true })),
    own: null,
    start: installed.command,
    // Its data server starts with the session, long before it: it has to be told that there is something new.
    async afterwards() {
      if (!(await computer.isRunning(['evolution-source-registry'], [computer.home]))) return;
      await computer.run('gdbus', ['call', '--session', '--timeout', '2', ...registry], { timeout: patience });
    },
  }),
};
