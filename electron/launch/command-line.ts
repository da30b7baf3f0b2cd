import { resolve } from 'node:path';

export interface CommandLine {
  /** Run in the embedded world, without a network and without a trace. */
  readonly demo: boolean;
  /** A report, event file or support bundle to open; absolute. */
  readonly file: string | null;
}

/**
 * What the program was started with: `--demo`, a file, and nothing else. Switches of Chromium are Chromium's.
 *
 * @param isPackaged otherwise the first name is the program's own folder
 */
export function readCommandLine(argv: readonly string[], isPackaged: boolean, folder: string): CommandLine {
  const given = argv.slice(1);
  const names = given.filter((word) => !word.startsWith('-'));
  const file = names[isPackaged ? 0 : 1];
  return { demo: given.includes('--demo'), file: file === undefined || file === '' ? null : resolve(folder, file) };
}
