import { join } from 'node:path';
import type { Profile } from '../../../src/clients/index.ts';
import type { Installed } from '../detect/index.ts';
import type { FileToPlace } from '../place/index.ts';

/** The files of a profile that have a place in the person's folder, there. */
export function filesInPlace({ files }: Pick<Profile, 'files'>, installed: Installed): readonly FileToPlace[] {
  return files.flatMap(({ place, content, mode }) =>
    place?.startsWith('~/') ? [{ path: pathOf(place, installed), content, mode }] : [],
  );
}

/** `~` as the client sees it. */
function pathOf(place: string, { home, config }: Installed): string {
  const [, folder = '', rest = ''] = /^~\/(\.config\/)?(.*)$/s.exec(place) ?? [];
  return folder === '' ? join(home, rest) : join(config, rest);
}
