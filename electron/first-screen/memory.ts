import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appearances } from '../contract/appearances.ts';
import type { FirstScreen } from './first-screen.ts';

const name = 'first-screen.json';

/** What the last start has left; null where there was none, or where it makes no sense. */
export function recallFirstScreen(folder: string): FirstScreen | null {
  try {
    const { language, appearance } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const isSound = [null, 'en', 'de'].includes(language) && appearances.includes(appearance);
    return isSound ? { language, appearance } : null;
  } catch {
    return null;
  }
}

/** For the next start. A file that cannot be written costs that start a moment. */
export function noteFirstScreen(folder: string, { language, appearance }: FirstScreen): void {
  try {
    writeFileSync(join(folder, name), JSON.stringify({ language, appearance }), { mode: 0o600 });
  } catch {
    // Nobody misses it.
  }
}
