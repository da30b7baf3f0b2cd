import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { recordLabRun } from '../fakes/lab-run.ts';
import { type App, launch } from './desktop.ts';

let app: App;
afterEach(() => app.close());

it('shows a run that somebody else recorded with the command line exactly as it was there', async () => {
  app = await launch();
  const { page } = app;
  const events = await recordLabRun(['relay-denied']);
  const file = join(app.userData, 'from-a-colleague.ndjson');
  await writeFile(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  await page.getByRole('tab', { name: 'Diagnose' }).click();
  await page.locator('input[type="file"][data-purpose="open-report"]').setInputFiles(file);
  await page
    .getByText(/relay does not accept|not accept mail/i)
    .first()
    .waitFor();
  const text = await page.locator('main').innerText();
  expect(text).toContain('mail.corp.example');
  expect(text).toMatch(/mail administrators/i);
  await app.picture('replay');
});

it('opens the report of the command line, given as a file when the program is started', async () => {
  const cli = fileURLToPath(new URL('../../dist/waypost.js', import.meta.url));
  const report = execFileSync(process.execPath, [cli, 'demo', '--json'], { encoding: 'utf8' });
  const file = join(process.env['TMPDIR'] ?? '/tmp', `waypost-report-${process.pid}.json`);
  await writeFile(file, report);
  app = await launch({ args: [file] });
  await app.page.getByText('Alice Müller-Łukasz').first().waitFor();
});
