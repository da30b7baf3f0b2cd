import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HistoryEntry, Opened } from '../../electron/contract.ts';
import type { RunEvent } from '../../src/run/index.ts';
import { recordLabRun } from '../fakes/lab-run.ts';
import type { Scene } from './views-page.ts';
import { axeFindings, showScene, told, viewsStage } from './views-stage.ts';

type Views = Awaited<ReturnType<typeof viewsStage>>;

/** Longer than a busy machine takes. */
const patiently = { timeout: 20_000 };

let views: Views;
let sound: readonly RunEvent[];
let denied: readonly RunEvent[];

beforeAll(async () => {
  views = await viewsStage();
  sound = await recordLabRun();
  denied = await recordLabRun(['relay-denied']);
}, 120_000);
afterAll(() => views.close());

const run = (place: number) => `00000000-0000-4000-8000-00000000000${place}`;

const entries: readonly HistoryEntry[] = ['passed', 'failed'].map((outcome, place) => ({
  run: run(place),
  startedAt: `2026-11-2${place}T08:00:00.000Z`,
  goal: 'diagnose',
  server: 'mail',
  user: 'alice@corp.example',
  outcome,
  duration: 256,
  problem:
    outcome === 'failed'
      ? { code: 'smtp.relay-denied', args: { host: 'mail.corp.example', recipient: 'pat@partner.example' } }
      : null,
}));

const all: readonly Scene['view'][] = [
  'Waterfall',
  'RoutePicture',
  'Transcript',
  'DcTable',
  'SuffixTable',
  'PermissionTable',
  'CertificateView',
  'AccountView',
  'History',
  'Compare',
  'Replay',
  'OpenFile',
];

it.each([
  { language: 'en', dark: false, width: 900 },
  { language: 'de', dark: true, width: 380 },
] as const)(
  'shows every view without a barrier: $language, $width pixels wide',
  async ({ language, dark, width }) => {
    const stage = await views.open(
      { view: 'Waterfall', events: denied, language },
      { dark, size: { width, height: 800 }, answers: { 'history.list': () => [...entries] } },
    );
    for (const view of all) {
      await showScene(stage, { view, events: denied, other: sound, language, dark });
      await stage.page.getByRole('heading', { level: 2, name: language, exact: true }).waitFor();
      expect.soft(await axeFindings(stage), view).toEqual([]);
      const overflow = await stage.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(overflow, `${view} scrolls inside itself and not the page`).toBeLessThanOrEqual(0);
      await stage.picture(`view-${view}-${language}`);
    }
    await stage.close();
  },
  300_000,
);

it('is reached by one tab stop, moves by arrows and opens by Enter: the waterfall', async () => {
  const stage = await views.open({ view: 'Waterfall', events: sound });
  const { page } = stage;
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement?.textContent);
  expect(first).toContain('Read the DNS settings');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect((await told(stage)).selected).toBe('dns.name');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  expect((await told(stage)).selected).toBe('message.submit');
  expect(await page.getByRole('option', { selected: true }).count()).toBe(1);
  await page.getByText(/round trips on the critical path; no run/).waitFor();
  await stage.close();
});

it('says what an option of the waterfall shows to eyes only', async () => {
  const stage = await views.open({ view: 'Waterfall', events: sound });
  const option = stage.page.getByRole('option', {
    name: /Hand over the test message ?, started at .*, took .*critical path/,
  });
  await option.waitFor();
  expect(await stage.page.getByRole('table', { name: 'What ran when' }).getByRole('row').count()).toBeGreaterThan(15);
  await stage.close();
});

it('shows and copies what a server says inertly, and each address of a server on a line of its own', async () => {
  const addresses = ['10.1.2.3', 'fd00::3'];
  const events = sound.map((event): RunEvent => {
    if (event.type !== 'probe-finished') return event;
    const { domainController, signIn } = event.chain;
    const one = domainController?.candidates?.[0];
    return {
      ...event,
      chain: {
        ...event.chain,
        ...(domainController &&
          one && {
            domainController: { ...domainController, domain: 'corp\u0007', candidates: [{ ...one, addresses }] },
          }),
        ...(signIn && { signIn: { ...signIn, host: 'dc1\u202egro.live' } }),
      },
    };
  });
  const stage = await views.open({ view: 'DcTable', events });
  for (const address of addresses) await stage.page.getByText(address, { exact: true }).waitFor();
  await stage.page.getByRole('table', { name: 'Domain controllers of corp\\u{7}' }).waitFor();
  await showScene(stage, { view: 'AccountView', events });
  await stage.page.getByText('accepted by dc1\\u{202e}gro.live', { exact: true }).waitFor();
  await stage.page.getByRole('button', { name: 'Copy' }).first().click();
  await expect
    .poll(() => stage.asked.find(({ name }) => name === 'clipboard.write')?.argument)
    .toContain('accepted by dc1\\u{202e}gro.live');
  await stage.close();
});

it('draws few of ten thousand lines of a transcript, scrolls by keyboard and shows a long line whole', async () => {
  const [start, ...rest] = sound;
  const line = rest.find((event) => event.type === 'observation' && event.observation.type === 'line');
  if (start === undefined || line?.type !== 'observation' || line.observation.type !== 'line')
    throw new Error('no line');
  const { observation } = line;
  const lines = Array.from(
    { length: 10_000 },
    (_, i): RunEvent => ({
      ...line,
      seq: i + 1,
      observation: {
        ...observation,
        direction: 'received',
        text: i === 3 ? `long ${'x'.repeat(900)} end` : `line ${i}`,
      },
    }),
  );
  const stage = await views.open({ view: 'Transcript', events: [start, ...lines] });
  const { page } = stage;
  const region = page.getByRole('region', { name: 'Transcript' });
  expect(await page.getByRole('listitem').count()).toBeLessThan(120);
  await page.getByRole('button', { name: 'Show the whole line' }).click();
  const height = await page
    .getByRole('listitem')
    .filter({ hasText: 'long' })
    .evaluate((row) => row.clientHeight);
  expect(height).toBeGreaterThan(60);
  const spill = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  expect(spill, 'lines out of sight take no room on the page').toBeLessThanOrEqual(0);
  await region.focus();
  await page.keyboard.press('End');
  await page.getByText('line 9999', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Copy all' }).click();
  const copied = stage.asked.find(({ name }) => name === 'clipboard.write')?.argument;
  expect(copied).toContain('line 5000');
  await stage.close();
});

it('opens, compares and deletes runs of the history, and asks before deleting', async () => {
  const opened: Opened = { kind: 'events', events: [...sound], more: null };
  let kept = [...entries];
  const stage = await views.open(
    { view: 'History', events: denied },
    {
      answers: {
        'history.list': () => kept,
        'history.open': (id) => (id === run(0) ? opened : { kind: 'events', events: [...denied], more: null }),
        'history.remove': (which) => {
          kept = kept.filter((entry) => which !== 'all' && entry.run !== which);
          return null;
        },
      },
    },
  );
  const { page } = stage;
  const removed = () => stage.asked.filter(({ name }) => name === 'history.remove').length;
  const item = (text: string) => page.getByRole('listitem').filter({ hasText: text });
  await item('mail.corp.example does not accept mail from you for pat@partner.example').waitFor();
  await item('passed').getByRole('button', { name: /^Open/ }).click();
  await expect.poll(async () => (await told(stage)).opened?.kind, patiently).toBe('events');

  await item('failed')
    .getByRole('button', { name: /^Compare/ })
    .click();
  await page.getByText(/^Choose the run to compare/).waitFor();
  await item('passed')
    .getByRole('button', { name: /^Compare/ })
    .click();
  await page.getByText(/New problem: .* does not accept mail from you/).waitFor();
  await page.getByRole('button', { name: /Back to the list/ }).click();

  await item('failed')
    .getByRole('button', { name: /^Delete/ })
    .click();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Keep');
  await page.keyboard.press('Escape');
  expect(removed()).toBe(0);
  await item('failed')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await item('failed').getByRole('button', { name: 'Delete', exact: true }).click();
  await item('failed').waitFor({ state: 'detached' });
  expect(removed()).toBe(1);
  await stage.close();
});

it('replays a run: at first its end, then any time of it, by keyboard', async () => {
  const stage = await views.open({ view: 'Replay', events: sound });
  const { page } = stage;
  const shown = async () => (await told(stage)).shown;
  await expect.poll(async () => (await shown())?.outcome, patiently).toBe('passed');
  const whole = (await shown())?.probes ?? 0;
  await page.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await expect.poll(async () => (await shown())?.at, patiently).toBe(0);
  expect((await shown())?.probes).toBe(0);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.getByRole('slider').inputValue(), patiently).toBe('1');
  await page.getByLabel('Speed').selectOption('16');
  await page.getByRole('slider').focus();
  await page.keyboard.press('Space');
  await expect.poll(shown, patiently).toMatchObject({ outcome: 'passed', probes: whole });
  await page.getByRole('button', { name: 'Play' }).waitFor();
  await stage.close();
});

it('opens a file of the person, and says what is wrong with one that is none of ours', async () => {
  const stage = await views.open(
    { view: 'OpenFile', events: [] },
    {
      answers: {
        'report.read': (text) =>
          text.startsWith('[')
            ? { kind: 'events', events: [...sound], more: null }
            : { kind: 'unreadable', reason: 'not-json' },
      },
    },
  );
  const { page } = stage;
  const choose = (name: string, text: string) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await choose('letter.txt', 'Dear sir');
  await page.getByRole('alert').filter({ hasText: 'This file is not JSON' }).waitFor();
  expect((await told(stage)).opened).toBeNull();
  await choose('run.json', '[]');
  await expect.poll(async () => (await told(stage)).opened?.kind, patiently).toBe('events');
  expect(await page.getByText('This file is not JSON').count()).toBe(0);
  await stage.close();
});
