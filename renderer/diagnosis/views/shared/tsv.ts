import { visible } from '../../../../src/core/index.ts';

/**
 * A table as tab-separated text for a ticket or a spreadsheet. No cell can become a formula there: what a spreadsheet would
 * take for the start of one gets an apostrophe before it (OWASP, CSV injection). Tabs and line breaks end no cell.
 */
export function tsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}

function cell(text: string): string {
  const flat = visible(text.replace(/[\t\r\n]+/g, ' '));
  return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(flat) ? `'${flat}` : flat;
}
