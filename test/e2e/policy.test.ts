import { mkdir, rm, writeFile } from 'node:fs/promises';
import { afterEach, expect, it } from 'vitest';
import { type App, launch } from './desktop.ts';

const folder = '/etc/waypost';
let app: App;
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

async function setPolicy(policy: object): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  await writeFile(`${folder}/policy.json`, JSON.stringify(policy), { mode: 0o644 });
}

it('shows what an administrator has locked, by whom, and does not let it be changed', async () => {
  await setPolicy({
    version: 1,
    server: { value: 'mail.corp.example', locked: true },
    sendTests: { value: false, locked: true },
  });
  app = await launch();
  const { page } = app;
  await page.getByLabel('Mail server').waitFor();
  expect(await page.getByLabel('Mail server').inputValue()).toBe('mail.corp.example');
  expect(await page.getByLabel('Mail server').isEditable()).toBe(false);
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByText('/etc/waypost/policy.json').first().waitFor();
  await app.picture('policy');
  expect(await page.evaluate(() => window.waypost.call('settings.change', { server: 'elsewhere' }))).toEqual({
    invalid: [{ field: 'server', flaw: 'locked', value: '' }],
  });
  await page.getByRole('tab', { name: 'Test message' }).click();
  await page
    .getByText(/administrator|organisation/)
    .first()
    .waitFor();
});
