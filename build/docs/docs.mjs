// Writes the pages of docs/ that follow from the code; with --check it only says whether they are current.
import { readFile, writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { loadSource } from './load-source.mjs';
import { problemsPage } from './problems-page.mjs';
import { reportPage } from './report-page.mjs';

const { catalogue, texts } = await loadSource('problems/index.ts');
const { reportSchema } = await loadSource('run/report/schema.ts');
const schema = z.toJSONSchema(reportSchema, { io: 'input' });

const pages = {
  'problems.md': problemsPage(catalogue, texts.en),
  'report.md': reportPage(schema),
  'report.schema.json': `${JSON.stringify(schema, null, 2)}\n`,
};

for (const [name, wanted] of Object.entries(pages)) {
  const page = new URL(`../../docs/${name}`, import.meta.url);
  const present = await readFile(page, 'utf8').catch(() => '');
  if (present.replaceAll('\r\n', '\n') === wanted) continue;
  if (process.argv.includes('--check')) {
    console.error(`docs/${name} is out of date; run: npm run docs`);
    process.exitCode = 1;
  } else {
    await writeFile(page, wanted);
    console.log(`wrote docs/${name}`);
  }
}
