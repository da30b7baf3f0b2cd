import { afterEach, expect, it } from 'vitest';
import { type App, launch } from './desktop.ts';

let app: App;
afterEach(() => app.close());

it('speaks German as soon as it is asked to, and remembers it', async () => {
  app = await launch();
  await app.page.getByRole('tab', { name: 'Settings' }).click();
  await app.page.evaluate(() => window.waypost.call('settings.change', { language: 'de' }));
  await app.page.getByRole('tab', { name: 'E-Mail einrichten' }).click();
  await app.page.getByRole('heading', { name: /einrichten/ }).waitFor();
  expect(await app.page.evaluate(() => document.documentElement.lang)).toBe('de');
  await app.picture('german');
  app = await app.restart();
  await app.page.getByRole('tab', { name: 'E-Mail einrichten' }).waitFor();
});
