/** What became of a line that is typed without being seen. */
export type Typed =
  | { readonly state: 'typing'; readonly text: string }
  | { readonly state: 'entered'; readonly text: string }
  | { readonly state: 'cancelled' };

const escapeSequence = /\u001b(\[[0-?]*[ -/]*[@-~]|O.|.|$)/gs;

const cancel = '\u0003';
const lineEnds = ['\r', '\n', '\u0004'];
const backspaces = ['\u007f', '\b'];
const startOver = '\u0015';

/**
 * What the keys of a terminal in raw mode make of a line: characters, backspace, Ctrl-U (start over), Enter, Ctrl-D (the
 * line ends; without a line: cancel), Ctrl-C. Arrow and function keys do nothing. NUL is kept: it must be seen to be refused.
 */
export function typeKeys(text: string, keys: string): Typed {
  let line = [...text];
  for (const key of keys.replace(escapeSequence, '')) {
    if (key === cancel || (key === '\u0004' && line.length === 0)) return { state: 'cancelled' };
    if (lineEnds.includes(key)) return { state: 'entered', text: line.join('') };
    line = edit(line, key);
  }
  return { state: 'typing', text: line.join('') };
}

function edit(line: readonly string[], key: string): string[] {
  if (backspaces.includes(key)) return line.slice(0, -1);
  if (key === startOver) return [];
  return key === '\0' || key === '\t' || key >= ' ' ? [...line, key] : [...line];
}
