import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Puts text between two markers of a page.
 *
 * @param by the script that measures, as it is called: `bench` or `bench:app`
 */
export function writeFigures(page: string, text: string, by: string): void {
  const [begin, end] = [`<!-- figures: written by \`npm run ${by} -- --write\` -->`, '<!-- end of figures -->'];
  const before = readFileSync(page, 'utf8');
  const from = before.indexOf(begin);
  const to = before.indexOf(end, from);
  if (from < 0 || to < from) throw new Error(`${page}: the markers are missing`);
  writeFileSync(page, `${before.slice(0, from + begin.length)}\n\n${text}\n\n${before.slice(to)}`);
}
