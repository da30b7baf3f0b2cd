import { afterAll, afterEach, expect, it } from 'vitest';
import { replay } from '../../src/run/index.ts';
import { recordLabRun } from '../fakes/lab-run.ts';
import { openDiagnosis, run } from './diagnosis-stage.ts';
import { closeStages, type Stage } from './stage.ts';

afterAll(closeStages);

let stage: Stage | null = null;
afterEach(() => stage?.close());

it('shows what a saved run showed, says that it is none of now, and fills the form as it was asked', async () => {
  const events = [...(await recordLabRun(['account-locked']))];
  const report = replay(events);
  stage = await openDiagnosis({
    answers: {
      'history.list': () => [
        {
          run: report.run,
          startedAt: report.startedAt,
          goal: 'diagnose',
          server: 'mail',
          user: 'alice@corp.example',
          outcome: 'failed',
          duration: report.duration,
          problem: { code: 'ldap.account-locked', args: {} },
        },
      ],
      'history.open': () => ({ kind: 'events', events, more: null }),
    },
  });
  const { page } = stage;
  await page.getByRole('button', { name: 'Earlier runs…' }).click();
  await page.getByRole('button', { name: /Open the run of/ }).waitFor();
  await stage.picture('diagnosis-history');
  await page.getByRole('button', { name: /Open the run of/ }).click();
  await page.getByRole('note').waitFor();
  expect(await page.getByRole('note').innerText()).toMatch(/^This is what .+ showed, not a run of now\.$/);
  await page.getByRole('heading', { name: 'Broken at: Sign-in — directory administrators fix this' }).waitFor();
  expect(await page.getByLabel('Sign-in name').inputValue()).toBe('alice@corp.example');
  expect(await page.getByLabel('Mail server', { exact: true }).inputValue()).toBe('mail');
  await page.getByRole('button', { name: /Play/ }).waitFor();
  await stage.picture('diagnosis-past');
  expect(await page.getByText('Empty: the password of the last run is used again.').count()).toBe(0);

  await page.getByRole('tab', { name: 'Set up mail' }).click();
  await page.getByRole('tab', { name: 'Diagnose' }).click();
  await page.getByRole('note').waitFor();

  await page.getByLabel('Password', { exact: true }).fill('secret');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('note').waitFor({ state: 'detached' });
  await stage.tell('run.events', { run, events: [...(await recordLabRun())] });
  await page.getByRole('heading', { name: /^Passed in/ }).waitFor();
}, 90_000);

it('shows the report that the program was opened with', async () => {
  const report = replay(await recordLabRun(['dropped-after-dot']));
  stage = await openDiagnosis({
    info: { openedFile: true },
    answers: { 'report.opened': () => ({ file: '/home/alice/report.json', opened: { kind: 'report', report } }) },
  });
  const { page } = stage;
  await page.getByRole('note').waitFor();
  await page.getByRole('heading', { name: 'Uncertain at: Message — mail administrators can tell' }).waitFor();
  expect(await page.getByRole('button', { name: 'Save support bundle…' }).isDisabled()).toBe(true);
  await stage.picture('diagnosis-uncertain');
}, 90_000);

it('shows the file that was opened last, whole, though an earlier one is still coming in', async () => {
  const sound = [...(await recordLabRun())];
  const locked = [...(await recordLabRun(['account-locked']))];
  const ticket = '3f0c1b52-6f0e-4b4e-9d0a-6a1f6b0f7c22';
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isAnswered = false;
  stage = await openDiagnosis({
    answers: {
      'report.read': (text) =>
        text === 'first'
          ? { kind: 'events', events: sound.slice(0, 50), more: ticket }
          : { kind: 'events', events: locked, more: null },
      'opened.more': async () => {
        await held;
        isAnswered = true;
        return { events: sound.slice(50), more: null };
      },
    },
  });
  const { page, asked } = stage;
  const file = page.locator('input[data-purpose="open-report"]');
  const choose = (text: string) =>
    file.setInputFiles({ name: `${text}.ndjson`, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await choose('first');
  while (asked.every(({ name }) => name !== 'opened.more'))
    await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await page.getByRole('note').count(), 'nothing is shown in part').toBe(0);
  await choose('second');
  const verdict = page.getByRole('heading', { name: 'Broken at: Sign-in — directory administrators fix this' });
  await verdict.waitFor();
  release();
  while (!isAnswered) await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect(await verdict.count()).toBe(1);
}, 90_000);
it.each([
  ['not-json', 'This file is not JSON, so it is no report of Waypost.', false],
  ['too-large', 'This file is larger than 64 megabytes.', true],
  ['gone', 'It may have been moved or deleted. Look where it is now', false],
  ['not-allowed', 'You may not read this file.', true],
] as const)(
  'says which file it was opened with, what is wrong with it and what to do: %s',
  async (reason, why, dark) => {
    const file = '/home/alice/a report\u202Efdp.json';
    stage = await openDiagnosis({
      dark,
      size: { width: dark ? 800 : 1280, height: dark ? 600 : 800 },
      info: { openedFile: true },
      answers: { 'report.opened': () => ({ file, opened: { kind: 'unreadable', reason } }) },
    });
    const { page } = stage;
    const alert = page.getByRole('alert').filter({ hasText: why });
    expect(await alert.innerText()).toContain('/home/alice/a report\\u{202e}fdp.json could not be opened.');
    expect(await alert.innerText()).not.toContain('\u202E');
    await stage.picture(`diagnosis-unread-${reason}`);
    await page.getByRole('button', { name: 'Close' }).click();
    await alert.waitFor({ state: 'detached' });
  },
  60_000,
);

it('says of a further file, too, that it cannot be opened, and no longer once another one was', async () => {
  const report = replay(await recordLabRun(['dropped-after-dot']));
  let asked = 0;
  stage = await openDiagnosis({
    answers: {
      'report.opened': () => {
        asked += 1;
        return asked === 1
          ? { file: '/tmp/one.json', opened: { kind: 'unreadable', reason: 'not-ours' } }
          : { file: '/tmp/two.json', opened: { kind: 'report', report } };
      },
    },
  });
  const { page } = stage;
  await page.getByRole('button', { name: 'Earlier runs…' }).click();
  await stage.tell('file.opened', undefined);
  await page.getByText('/tmp/one.json could not be opened.').waitFor();
  await stage.tell('file.opened', undefined);
  await page.getByRole('note').waitFor();
  expect(await page.getByText('/tmp/one.json').count()).toBe(0);
}, 60_000);
