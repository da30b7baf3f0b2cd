import { asciiOnly } from './safe.ts';
import type { Style } from './style.ts';
import { displayWidth, truncate } from './width.ts';

/** Never the only thing that tells something: a mark or a word always says it too. */
export type Tone = 'good' | 'bad' | 'warning' | 'quiet' | 'strong';

/** A piece of a line; text alone is in the usual tone. */
export type Span = string | { readonly text: string; readonly tone: Tone };

export type Line = readonly Span[];

const codes: Readonly<Record<Tone, string>> = { good: '32', bad: '1;31', warning: '33', quiet: '2', strong: '1' };

export function textOf(span: Span): string {
  return typeof span === 'string' ? span : span.text;
}

export function widthOf(line: Line): number {
  return line.reduce((sum, span) => sum + displayWidth(textOf(span)), 0);
}

/** A line as it goes to the screen, without its line end. */
export function print(line: Line, { color, unicode }: Pick<Style, 'color' | 'unicode'>): string {
  const texts = line.map((span) => {
    const text = unicode ? textOf(span) : asciiOnly(textOf(span));
    return color && typeof span !== 'string' ? `\u001b[${codes[span.tone]}m${text}\u001b[0m` : text;
  });
  return texts.join('').replace(/ +$/, '');
}

/** The line, cut so that it takes at most `columns`; that it was cut is shown. */
export function cut(line: Line, columns: number): Line {
  if (widthOf(line) <= columns) return line;
  const kept: Span[] = [];
  let room = columns - 1;
  for (const span of line) {
    const text = truncate(textOf(span), room);
    kept.push(typeof span === 'string' ? text : { ...span, text });
    room -= displayWidth(text);
    if (text !== textOf(span)) break;
  }
  return [...kept, '…'];
}
