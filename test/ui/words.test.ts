import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { anAppInfo } from '../fakes/app-info.ts';
import { recordLabRun } from '../fakes/lab-run.ts';
import { closeStages, openStage, type Stage, type StageOptions } from './stage.ts';
import { tooWide, untranslated } from './words-page.ts';

/** The places of the window, in the order of its tabs. */
const places = ['set-up', 'diagnose', 'send', 'settings'] as const;

/** In CSS pixels. The last two are windows of 1280×800 and 800×600 at a zoom of 200 %. */
const sizes = [
  { width: 1280, height: 800 },
  { width: 800, height: 600 },
  { width: 480, height: 600 },
  { width: 640, height: 400 },
  { width: 400, height: 300 },
] as const;

/** Names and dates, which are nobody's to translate, and a reply as the server gave it. */
const names =
  /\b(Waypost|Electron|GNOME Keyring|[\w.]+@\w+\.example|mail\.corp\.example|corp\.example|3 November 2026|ms|Ok: queued as \w+)\b/g;

const stages: Stage[] = [];

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

afterAll(closeStages);

async function openIn(language: 'en' | 'de' | 'pseudo', answers: StageOptions['answers'] = {}): Promise<Stage> {
  const { settings, policy } = anAppInfo();
  const source = '/etc/waypost/policy.json';
  const stage = await openStage({
    info: {
      settings: { ...settings, language, approvedDomains: ['corp.example'] },
      secrets: {
        state: 'ready',
        backend: 'GNOME Keyring',
        remembered: [{ user: 'alice@corp.example', savedAt: '2026-11-03T08:00:00Z' }],
      },
      policy: { ...policy, faults: [{ source, fault: 'wrong-value', detail: 'timeout' }] },
      update: { state: 'idle', version: '', detail: '' },
    },
    answers: { 'history.list': () => [], ...answers },
  });
  stages.push(stage);
  return stage;
}

async function goTo(page: Page, place: (typeof places)[number]): Promise<void> {
  await page.getByRole('tab').nth(places.indexOf(place)).click();
  await page
    .getByRole('tab', { selected: true })
    .and(page.getByRole('tab').nth(places.indexOf(place)))
    .waitFor();
  await page.locator('main :is(form, h1, h2)').first().waitFor();
}

describe.each(['en', 'de', 'pseudo'] as const)('in %s', (language) => {
  it.each(places)('%s fits into windows of every size', { timeout: 60_000 }, async (place) => {
    const stage = await openIn(language);
    for (const size of sizes) {
      await stage.page.setViewportSize(size);
      await goTo(stage.page, place);
      await stage.picture(`words-${place}-${language}-${size.width}`);
      expect(await stage.page.evaluate(tooWide), `${size.width}×${size.height}`).toEqual([]);
    }
  });
});

describe('each word that is shown comes from a table', () => {
  it.each(places)('in %s', async (place) => {
    const { page } = await openIn('pseudo');
    await goTo(page, place);
    expect(await untranslated(page, names)).toEqual([]);
  });
});

it('each word about a message that was sent comes from a table, and has room', { timeout: 60_000 }, async () => {
  const to = 'bob@partner.example';
  const events = await recordLabRun([], { goal: 'send', to: [to] });
  const run = events[0]?.run ?? '';
  const { page, tell } = await openIn('pseudo', { 'run.start': () => ({ run }) });
  await goTo(page, 'send');
  const fields = page.locator('main form input:not([type=file], [type=checkbox])');
  await fields.nth(1).fill('alice@corp.example');
  await page.locator('input[type=password]').fill('secret-pass');
  await page.locator('input[inputmode=email]').fill(to);
  await page.locator('button[type=submit]').click();
  await page.getByRole('log').waitFor();
  await tell('run.events', { run, events: [...events] });
  await page.getByRole('rowheader', { name: to }).waitFor();
  await page.getByText('áççéptéd bý').first().waitFor();
  // The conversation is the servers' own.
  await page.getByRole('log').evaluate((log) => log.replaceChildren());
  expect(await untranslated(page, names)).toEqual([]);
  for (const size of sizes) {
    await page.setViewportSize(size);
    expect(await page.evaluate(tooWide), `${size.width}×${size.height}`).toEqual([]);
  }
});
