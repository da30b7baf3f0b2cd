// Draws the first screen while the program is built: a page for each language, which shows the real form before any
// script has been read, and the rules that it needs, so that no inline style is.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const languages = ['en', 'de'];

/**
 * @param options what all bundles have in common
 * @returns for each language its page's title and markup; and the rules of all of them
 */
export async function drawFirstScreen(options) {
  const { draw, remove } = await loadDraw(options);
  try {
    const light = await Promise.all(languages.map((language) => draw(language, 'light')));
    const dark = await draw('en', 'dark');
    for (const { markup } of light) refuseInline(markup);
    const themes = `${light[0].theme}\n@media (prefers-color-scheme: dark) {${dark.theme}}`;
    const screens = languages.map((language, i) => ({ language, title: light[i].title, markup: light[i].markup }));
    return { screens, rules: `${themes}\n${light[0].rules}\n` };
  } finally {
    await remove();
  }
}

/** The content security policy would drop it, and the page look other than the program. */
function refuseInline(markup) {
  const found = /<[^>]*\s(style|on\w+)=[^>]*>|<(style|script)\b/.exec(markup);
  if (found) throw new Error(`The first screen has something inline: ${found[0]}`);
  if (!markup.includes('name="user"') || !/name="user"[^>]* value=""/.test(markup)) {
    throw new Error('The first screen has no empty field for the name.');
  }
}

async function loadDraw(options) {
  const folder = await mkdtemp(join(tmpdir(), 'waypost-first-screen-'));
  const file = join(folder, 'draw.mjs');
  await build({
    ...options,
    entryPoints: { draw: 'renderer/first-screen/draw.tsx' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    platform: 'node',
    // What is CommonJS asks for Node's own modules by `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  const { draw } = await import(pathToFileURL(file).href);
  return { draw, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The page with a screen in it, whose own script loads the program once that has been painted. */
export function pageWith(page, { language, title, markup }) {
  return page
    .replace('<html lang="en">', `<html lang="${language}">`)
    .replace('<title>Waypost</title>', `<title>${title}</title>`)
    .replace(/ *<script type="module".*\n/, '')
    .replace('  </head>', '    <script defer src="/first-screen.js"></script>\n  </head>')
    .replace('<div id="root"></div>', () => `<div id="root" data-waiting>${markup}</div>`);
}
