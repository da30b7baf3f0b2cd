import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type App, launch } from './desktop.ts';

let app: App;
afterEach(() => app.close());

/** The page as the main process gives it, before any script. */
async function given(): Promise<string> {
  const response = await app.page.reload({ waitUntil: 'commit' });
  const page = (await response?.text()) ?? '';
  await app.page.waitForFunction(() => performance.getEntriesByName('loaded').length > 0);
  return page;
}

it('the page has its form before the program, and the program takes it over', async () => {
  app = await launch();
  expect(await given()).toMatch(/<input[^>]* name="user"[^>]*>/);
  expect(await app.page.locator('[data-waiting], [data-pressed]').count()).toBe(0);
  expect(await app.page.locator('input[name=user]').count()).toBe(1);
  await app.page.keyboard.type('alice');
  expect(await app.page.locator('input[name=user]').inputValue()).toBe('alice');
  const [usable, loaded] = await app.page.evaluate(() =>
    ['usable', 'loaded'].map((name) => performance.getEntriesByName(name)[0]?.startTime ?? 0),
  );
  expect(usable).toBeGreaterThan(0);
  expect(loaded).toBeGreaterThan(usable ?? 0);
  await app.picture('first-screen');
});

it('the next start begins in the language and the colours that were chosen', async () => {
  app = await launch();
  await app.page.evaluate(() => window.waypost.call('settings.change', { language: 'de', appearance: 'dark' }));
  await app.page.getByRole('heading', { name: 'E-Mail einrichten' }).waitFor();
  app = await app.restart();
  expect(await given()).toContain('<html lang="de">');
  expect(await app.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  const noted: unknown = JSON.parse(await readFile(join(app.userData, 'first-screen.json'), 'utf8'));
  expect(noted).toEqual({ language: 'de', appearance: 'dark' });
});

it('the page shows no form where a file is opened, or where a server is set', async () => {
  app = await launch({ args: ['/tmp/no-such-report.json'] });
  expect(await given()).not.toContain('<input');
  await app.page.getByRole('main', { name: 'Diagnose' }).waitFor();
  await app.close();
  app = await launch();
  await app.page.evaluate(() => window.waypost.call('settings.change', { server: 'mail' }));
  app = await app.restart();
  expect(await given()).not.toContain('<input');
  expect(await app.page.getByLabel('Mail server', { exact: true }).inputValue()).toBe('mail');
});
