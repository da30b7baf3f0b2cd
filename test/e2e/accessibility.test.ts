import { AxeBuilder } from '@axe-core/playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { type App, launch } from './desktop.ts';
import { alice, setUp } from './person.ts';

let app: App;
afterEach(() => app.close());

async function violations(): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page: app.page })
    // Fluent's focus traps: they pass the focus on, and hold nothing.
    .exclude('[data-tabster-dummy]')
    .setLegacyMode(true)
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

describe.each(['light', 'dark'] as const)('in %s', (appearance) => {
  it('no screen keeps anybody out', async () => {
    app = await launch({ args: ['--demo'] });
    const { page } = app;
    await page.evaluate((wanted) => window.waypost.call('settings.change', { appearance: wanted }), appearance);
    await expect.poll(() => violations()).toEqual([]);
    for (const name of ['Diagnose', 'Test message', 'Settings']) {
      await page.getByRole('tab', { name }).click();
      await page.getByRole('heading').first().waitFor();
      expect(await violations(), name).toEqual([]);
      await app.picture(`${name.toLowerCase().replace(' ', '-')}-${appearance}`);
    }
    await page.getByRole('tab', { name: 'Set up mail' }).click();
    await setUp(page, alice);
    await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
    expect(await violations(), 'done').toEqual([]);
    await app.picture(`account-${appearance}`);
    await page.getByRole('button', { name: 'Details' }).click();
    await page.getByRole('tree').waitFor();
    expect(await violations(), 'diagnosis').toEqual([]);
    await app.picture(`diagnosis-${appearance}`);
  });
});
