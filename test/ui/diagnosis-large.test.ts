import { afterAll, expect, it } from 'vitest';
import type { RankedServer, RunEvent } from '../../src/run/index.ts';
import { aServer } from '../fakes/found-chain.ts';
import { recordLabRun } from '../fakes/lab-run.ts';
import { openDiagnosis, run, startRun } from './diagnosis-stage.ts';
import { closeStages } from './stage.ts';

afterAll(closeStages);

/** A run in which one probe was made to ask `more` questions. */
function swollen(events: readonly RunEvent[], probe: string, more: number): RunEvent[] {
  const at = events.findIndex((event) => event.type === 'observation' && event.probe === probe);
  const one = events[at];
  if (one?.type !== 'observation' || one.observation.type !== 'exchange') throw new Error('nothing to repeat');
  const { observation } = one;
  const repeated = Array.from({ length: more }, (_, i): RunEvent => {
    return { ...one, observation: { ...observation, asked: `question ${i + 1}` } };
  });
  return [...events.slice(0, at), ...repeated, ...events.slice(at)].map((event, seq) => ({ ...event, seq }));
}

it('ten thousand events leave a small page and the right result', async () => {
  const events = swollen(await recordLabRun(['relay-denied']), 'dns.name', 10_000);
  const stage = await openDiagnosis();
  const { page } = stage;
  await startRun(stage);
  for (let at = 0; at < events.length; at += 500) {
    await stage.tell('run.events', { run, events: events.slice(at, at + 500) });
  }
  await page.getByRole('heading', { name: 'Broken at: Relay — mail administrators fix this' }).waitFor();
  await page.getByRole('treeitem', { name: /Name/ }).click();
  await page.getByRole('button', { name: 'Find the server’s full name' }).click();
  const detail = page.getByRole('tabpanel');
  await detail.getByText('1–100 of 10,004').waitFor();
  expect(await page.locator('*').count()).toBeLessThan(3_000);
  await detail.getByRole('button', { name: 'Later' }).click();
  await detail.getByText('question 101', { exact: true }).waitFor();
  expect(await detail.getByText('question 100', { exact: true }).count()).toBe(0);
  expect(await page.locator('*').count()).toBeLessThan(3_000);
  await stage.picture('diagnosis-large');
  await stage.close();
}, 120_000);

/** A run whose sources named `more` servers, as only somebody hostile would. */
function crowded(events: readonly RunEvent[], more: number): RunEvent[] {
  const servers = Array.from({ length: more }, (_, i): RankedServer => {
    return aServer({ host: `s${i + 1}.corp.example`, verdict: 'possible', reason: 'less-trust' });
  });
  return events.map((event): RunEvent => {
    if (event.type !== 'probe-finished' || !event.chain.settings?.servers) return event;
    const { settings } = event.chain;
    return {
      ...event,
      chain: {
        ...event.chain,
        settings: { ...settings, servers: [...(event.chain.settings.servers ?? []), ...servers] },
      },
    };
  });
}

it('five thousand servers that somebody names are shown a page at a time', async () => {
  const events = await recordLabRun([], { goal: 'discover', user: null, destination: 'alice@corp.example' });
  const stage = await openDiagnosis();
  const { page } = stage;
  await startRun(stage);
  await stage.tell('run.events', { run, events: crowded(events, 5_000) });
  await page.getByRole('heading', { name: /^Passed in/ }).waitFor();
  await page.getByRole('tablist', { name: 'Views of the run' }).getByRole('tab', { name: 'Settings' }).click();
  const others = page.getByRole('region', { name: 'Other servers that were named' });
  await others.getByText(/^1–100 of 5,0\d\d$/).waitFor();
  await expect.poll(() => others.getByRole('listitem').count()).toBe(100);
  expect(await page.locator('*').count()).toBeLessThan(3_500);
  await others.getByRole('button', { name: 'Later' }).click();
  await others.getByText('s120.corp.example', { exact: true }).waitFor();
  expect(await others.getByText('s1.corp.example', { exact: true }).count()).toBe(0);
  await stage.close();
}, 120_000);
