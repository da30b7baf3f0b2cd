import { readFile } from 'node:fs/promises';
import { filesInPlace } from './places.ts';
import type { Way } from './way.ts';

/** Claws Mail: its list of accounts is one file. Where there is an account in it, it is left alone. */
export const claws: Way = {
  processes: ['claws-mail'],
  async keepsOthers({ profile, installed }) {
    const list = filesInPlace(profile, installed).find(({ path }) => path.endsWith('accountrc'));
    if (list === undefined) return false;
    const there = await readFile(list.path, 'utf8').catch(() => '');
    return there === list.content || !/^\[Account:/m.test(there);
  },
  plan: async ({ profile, installed }) => ({
    files: filesInPlace(profile, installed).map((file) => ({ ...file, rewritten: true })),
    own: null,
    start: installed.command,
  }),
};
