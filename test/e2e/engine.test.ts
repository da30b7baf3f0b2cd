import { readFile } from 'node:fs/promises';
import { afterEach, expect, it } from 'vitest';
import { familyOf } from '../bench/app/family.ts';
import { type App, launch } from './desktop.ts';
import { alice, breakWorld, setUp } from './person.ts';

let app: App;
afterEach(() => app.close());

it.each([
  ['killed', 'SIGKILL'],
  ['hung', 'SIGSTOP'],
] as const)(
  'survives an engine that is %s in the middle of a run, and says that the run was not checked',
  async (_, signal) => {
    app = await launch({ args: ['--demo'] });
    const { page } = app;
    await breakWorld(page, 'relay-silent');
    await setUp(page, alice);
    await page.getByRole('heading', { name: 'Checking your account' }).waitFor();
    process.kill(await engine(), signal);
    await page.getByRole('heading', { name: 'Your mail is not set up yet' }).waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/engine|part of Waypost/i);
    await app.picture(`engine-${signal}`);
    // The window goes on as if nothing had been.
    await breakWorld(page);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
  },
);

it('is started as soon as somebody types, and not before', async () => {
  app = await launch();
  expect(await engines()).toEqual([]);
  await app.page.keyboard.press('a');
  await expect.poll(engines).toHaveLength(1);
});

/** The process that the app has started last: the embedded world was there before the run. */
async function engine(): Promise<number> {
  const utilities = await engines();
  expect(utilities).toHaveLength(2);
  return Math.max(...utilities);
}

async function engines(): Promise<number[]> {
  const family = await familyOf(app.process.pid ?? 0);
  const lines = await Promise.all(family.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return family.filter((_, i) => lines[i]?.includes('node.mojom.NodeService'));
}
