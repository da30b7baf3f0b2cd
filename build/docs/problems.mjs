// Writes docs/problems.md from the catalogue; with --check it only says whether the page is current.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { loadSource } from './load-source.mjs';
import { problemsPage } from './problems-page.mjs';

const folder = new URL('../../docs/', import.meta.url);
const page = new URL('problems.md', folder);

const { catalogue, texts } = await loadSource('problems/index.ts');
const wanted = problemsPage(catalogue, texts.en);

if (process.argv.includes('--check')) {
  const present = await readFile(page, 'utf8').catch(() => '');
  if (present.replaceAll('\r\n', '\n') !== wanted) {
    console.error('docs/problems.md is out of date; run: npm run docs');
    process.exitCode = 1;
  }
} else {
  await mkdir(folder, { recursive: true });
  await writeFile(page, wanted);
  console.log(`wrote ${fileURLToPath(page)}`);
}
