import type { OutputOptions } from '../options/index.ts';
import type { Terminal } from '../terminal.ts';

/** How text is put on a screen or into a file. */
export interface Style {
  readonly columns: number;
  readonly color: boolean;
  /** False: ASCII only. */
  readonly unicode: boolean;
}

type Env = Terminal['env'];
type Stream = { readonly isTTY?: boolean; readonly columns?: number };

const usualColumns = 80;
const leastColumns = 40;
/** Longer lines are hard to read, however wide the window is. */
const mostColumns = 110;

/** What the person, the environment and the stream allow: options first, then NO_COLOR, FORCE_COLOR and TERM. */
export function styleOf(stream: Stream, env: Env, platform: NodeJS.Platform, options: OutputOptions): Style {
  return {
    columns: Math.min(Math.max(columnsOf(stream, env), leastColumns), mostColumns),
    color: options.color !== false && hasColor(stream, env),
    unicode: options.ascii !== true && hasUnicode(env, platform),
  };
}

function columnsOf({ columns }: Stream, env: Env): number {
  const told = Number(env['COLUMNS']);
  return columns || (Number.isInteger(told) && told > 0 ? told : usualColumns);
}

// https://no-color.org, https://force-color.org
function hasColor({ isTTY }: Stream, env: Env): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return !['0', 'false'].includes(forced);
  return isTTY === true && env['TERM'] !== 'dumb';
}

function hasUnicode(env: Env, platform: NodeJS.Platform): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  // Node writes to the Windows console in UTF-16, whatever its code page.
  return locale ? /utf-?8/i.test(locale) : platform === 'win32';
}
