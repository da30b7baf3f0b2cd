import type { Line, Tone } from './line.ts';
import { displayWidth } from './width.ts';

/**
 * Breaks text at its blanks into lines of at most `columns`, indented by `first` and then by `hang`. A word that is
 * longer than a line stays whole: names of servers are there to be copied.
 */
export function wrap(text: string, columns: number, first = 0, hang = first, tone?: Tone): Line[] {
  const lines: string[] = [];
  let indent = first;
  let current = '';
  for (const word of text.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && indent + displayWidth(longer) > columns) {
      lines.push(' '.repeat(indent) + current);
      indent = hang;
      current = word;
    } else current = longer;
  }
  lines.push(' '.repeat(indent) + current);
  return lines.map((line) => [tone === undefined ? line : { text: line, tone }]);
}
