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
          code: 'ldap.account-locked',
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
    answers: { 'report.opened': () => ({ kind: 'report', report }) },
  });
  const { page } = stage;
  await page.getByRole('note').waitFor();
  await page.getByRole('heading', { name: 'Uncertain at: Message — mail administrators can tell' }).waitFor();
  expect(await page.getByRole('button', { name: 'Save support bundle…' }).isDisabled()).toBe(true);
  await stage.picture('diagnosis-uncertain');
}, 90_000);
