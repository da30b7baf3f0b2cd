import { readdir, readFile } from 'node:fs/promises';
import { afterEach, expect, it } from 'vitest';
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
    for (const pid of await engines()) process.kill(pid, signal);
    await page.getByRole('heading', { name: 'Your mail is not set up yet' }).waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/engine|part of Waypost/i);
    await app.picture(`engine-${signal}`);
    // The window goes on as if nothing had been.
    await breakWorld(page);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Set up your mail' }).waitFor();
  },
);

/** The utility processes of this app whose script is the engine. */
async function engines(): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const [line, environment] = await Promise.all([
      readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => ''),
      readFile(`/proc/${name}/stat`, 'utf8').catch(() => ''),
    ]);
    const isUtility = line.includes('--type=utility') && line.includes('NodeService');
    if (isUtility && environment !== '' && line.includes(app.userData) && !line.includes('lab'))
      found.push(Number(name));
  }
  expect(found.length).toBeGreaterThan(0);
  return found;
}
