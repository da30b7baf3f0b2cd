import { readFileSync, writeFileSync } from 'node:fs';

const [begin, end] = ['<!-- figures: written by `npm run bench -- --write` -->', '<!-- end of figures -->'];

/** Puts text between the two markers of a page. */
export function writeFigures(page: string, text: string): void {
  const before = readFileSync(page, 'utf8');
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page}: the markers are missing`);
  writeFileSync(page, `${before.slice(0, from + begin.length)}\n\n${text}\n\n${before.slice(to)}`);
}
