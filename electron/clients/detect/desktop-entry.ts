/** What starts a program of the desktop's menu (freedesktop.org, Desktop Entry Specification). */
export interface DesktopEntry {
  readonly words: readonly string[];
  /** Id of the Flatpak that it is in; null where it is in none. */
  readonly flatpak: string | null;
}

/** Reads a `.desktop` file; null when it starts nothing. */
export function readDesktopEntry(text: string): DesktopEntry | null {
  const keys = keysOf(text);
  const words = wordsOf(keys.get('Exec') ?? '');
  if (keys.get('Type') !== 'Application' || keys.get('Hidden') === 'true' || words.length === 0) return null;
  return { words, flatpak: keys.get('X-Flatpak') ?? null };
}

/** Of the first group, which is the entry itself; those behind it are further actions. */
function keysOf(text: string): ReadonlyMap<string, string> {
  const [, group = ''] = text.split(/^\[Desktop Entry\]\s*$/m);
  const [own = ''] = group.split(/^\[/m);
  return new Map(
    [...own.matchAll(/^([A-Za-z0-9-]+)\s*=\s*(.*?)\s*$/gm)].map(([, key = '', value = '']) => [key, value]),
  );
}

/** `"a b" c %u` → `a b`, `c`. Field codes stand for files and links, and there are none. */
function wordsOf(exec: string): readonly string[] {
  const words = [...exec.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll(/\\(.)/g, '$1'),
  );
  return words.filter((word) => !/^%[A-Za-z]$|^@@u?$/.test(word)).map((word) => word.replaceAll('%%', '%'));
}
