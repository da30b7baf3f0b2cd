// Draws what a command prints as docs/images/demo.svg:  node build/docs/terminal-picture.mjs
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/waypost.js', import.meta.url));
const picture = new URL('../../docs/images/demo.svg', import.meta.url);

const columns = 88;
const cell = { width: 8.4, height: 19 };
const margin = 20;
const styles = {
  1: 'font-weight="bold"',
  2: 'fill="#8b949e"',
  31: 'fill="#ff7b72"',
  32: 'fill="#7ee787"',
  33: 'fill="#e3b341"',
};

const printed = execFileSync(process.execPath, [program, 'demo'], {
  encoding: 'utf8',
  env: { ...process.env, FORCE_COLOR: '1', COLUMNS: String(columns), LC_ALL: 'C.UTF-8' },
});
const lines = [
  '$ waypost diagnose --server mail --user alice@corp.example --to bob@partner.example',
  '',
  ...printed.trimEnd().split('\n'),
];

const width = columns * cell.width + 2 * margin;
const height = lines.length * cell.height + 2 * margin;
const body = lines.map(
  (line, i) => `<text x="${margin}" y="${margin + (i + 0.8) * cell.height}">${spans(line)}</text>`,
);

writeFileSync(
  picture,
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>Waypost in a terminal: the steps from the short name to the custody line</title>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" fill="#e6edf3" xml:space="preserve">
${body.join('\n')}
</g>
</svg>
`,
);

/** A line with SGR codes as runs of text, each in its style. */
function spans(line) {
  let style = '';
  const parts = line.split(/\u001b\[(\d*)m/);
  return parts
    .map((part, i) => {
      if (i % 2 === 1) style = styles[part] ?? '';
      return i % 2 === 1 || part === '' ? '' : `<tspan ${style}>${escapeXml(part)}</tspan>`;
    })
    .join('');
}

function escapeXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
