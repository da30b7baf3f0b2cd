import type { Language } from '../../problems/index.ts';
import type { ClientAccount } from '../account.ts';
import type { ProfileFile } from '../profile.ts';
import { lines } from '../text/lines.ts';
import { xmlText } from '../text/xml.ts';
import { sheetContent } from './content.ts';

/** Nothing is loaded and nothing runs, even if something got past the escaping. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

const style =
  'body{font:16px/1.5 sans-serif;margin:3em auto;max-width:40em}table{border-collapse:collapse;width:100%}' +
  'th,td{text-align:start;padding:.3em .6em;border-bottom:1px solid #999}th{width:12em;font-weight:normal}' +
  'td{font-weight:bold;overflow-wrap:anywhere}h2{font-size:1.1em;margin:1.5em 0 .3em}';

/** The settings as a page to print: no script, nothing from elsewhere. */
export function htmlSheet(account: ClientAccount, language: Language): ProfileFile {
  const { title, sections, closing } = sheetContent(account, language);
  const content = lines(
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>${xmlText(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<h1>${xmlText(title)}</h1>`,
    ...sections.flatMap(({ heading, rows }) => [
      ...(heading === null ? [] : [`<h2>${xmlText(heading)}</h2>`]),
      '<table>',
      ...rows.map(([label, value]) => `<tr><th scope="row">${xmlText(label)}</th><td>${xmlText(value)}</td></tr>`),
      '</table>',
    ]),
    `<p>${xmlText(closing)}</p>`,
    '</body>',
    '</html>',
  );
  return { path: 'mail-settings.html', content, mode: 0o600, purpose: 'read', place: null };
}
