import { clientNames, clients, type Profile } from '../../clients/index.ts';
import { visible } from '../../core/index.ts';
import { print, type Style, wrap } from '../render/index.ts';
import { drawnCode } from './drawn-code.ts';
import { noteWords, purposeWords } from './words.ts';

/** The clients, each with the name that `--client` takes. */
export function listText(style: Style): string {
  const column = Math.max(...clientNames.map((name) => name.length)) + 2;
  return clientNames.map((name) => `${print([`${name.padEnd(column)}${clients[name].title}`], style)}\n`).join('');
}

/** What was written, and what the person must do with it. */
export function writtenText(
  title: string,
  { files, notes, qr }: Profile,
  paths: readonly string[],
  style: Style,
): string {
  const paragraph = (text: string, indent: number, hang = indent) =>
    wrap(text, style.columns, indent, hang).map((line) => print(line, style));
  const fileLines = files.flatMap(({ purpose, place }, index) => [
    ...paragraph(visible(paths[index] ?? ''), 2),
    ...paragraph(place === null ? purposeWords[purpose] : `${purposeWords[purpose]}: ${visible(place)}`, 6),
  ]);
  const noteLines = notes.flatMap(({ code, command }) => [
    ...paragraph(`- ${noteWords[code]}`, 2, 4),
    ...(command === undefined ? [] : [print([`      ${visible(command)}`], style)]),
  ]);
  // Block characters are all that a code can be drawn with: where there are none, there is the file.
  const code = qr !== undefined && style.unicode ? [...drawnCode(qr), ''] : [];
  return `${[...code, `Written for ${title}:`, ...fileLines, '', 'What to do next:', ...noteLines].join('\n')}\n`;
}
