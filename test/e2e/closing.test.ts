// The window is seen before the program is loaded, so it can be closed before that, too: nothing may stay behind then, as
// a process without a window would keep every later start from showing one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { displayName } from './display.ts';
import { packagedApp } from './packaged.ts';

let folder = '';
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));

/** Milliseconds after the page is there, through all of a start. */
const moments = [0, 100, 200, 250, 300, 350, 400, 500, 700];

it.each(moments)('ends when its window is closed while it starts, %i ms after the page is there', async (moment) => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-e2e-'));
  const flags = ['--no-sandbox', '--disable-gpu', '--remote-debugging-port=0', `--user-data-dir=${folder}`];
  const env = { ...process.env, DISPLAY: await displayName() };
  const app = spawn(await packagedApp(), flags, { env, stdio: 'ignore' });
  const ended = once(app, 'exit');
  const forced = setTimeout(() => app.kill('SIGKILL'), 20_000);
  const port = await asked(async () => (await readFile(join(folder, 'DevToolsActivePort'), 'utf8')).split('\n')[0]);
  const page = await asked(async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
    const targets = (await answer.json()) as { readonly id: string; readonly type: string }[];
    return targets.find(({ type }) => type === 'page')?.id;
  });
  await pause(moment);
  await fetch(`http://127.0.0.1:${port}/json/close/${page}`);
  expect(await ended).toEqual([0, null]);
  clearTimeout(forced);
});

/** Asks again until there is an answer. */
async function asked(question: () => Promise<string | undefined>): Promise<string> {
  for (;;) {
    const answer = await question().catch(() => undefined);
    if (answer) return answer;
    await pause(10);
  }
}
