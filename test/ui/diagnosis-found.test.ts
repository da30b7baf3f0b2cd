import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { readOpened } from '../../electron/support/index.ts';
import type { ChainRequest } from '../../src/chain/request.ts';
import type { RunEvent } from '../../src/run/index.ts';
import { recordLabRun } from '../fakes/lab-run.ts';
import { shown } from '../fakes/shown.ts';
import { openDiagnosis, run, runWith, startRun } from './diagnosis-stage.ts';
import { closeStages, type Stage } from './stage.ts';

let setUp: readonly RunEvent[];
let stage: Stage | null = null;

beforeAll(async () => {
  setUp = await recordLabRun([], { goal: 'set-up', to: [] });
}, 60_000);
afterEach(() => stage?.close());
afterAll(closeStages);

/** To oneself and to somebody else, with word asked for of what becomes of it. */
const withNotices: Partial<ChainRequest> = {
  readBack: true,
  to: ['alice@corp.example', 'bob@partner.example'],
  message: { subject: null, text: null, attachments: [], dsn: true, requireTls: false },
};

const ways = {
  light: { dark: false, size: { width: 1280, height: 800 } },
  dark: { dark: true, size: { width: 800, height: 600 } },
};

it.each(['light', 'dark'] as const)(
  'shows settings, mailbox and arrival of a set-up, and that the message arrived: %s',
  async (look) => {
    stage = await openDiagnosis(ways[look]);
    const { page } = stage;
    await runWith(stage, setUp);
    await page.getByRole('heading', { name: /^Passed in/ }).waitFor();
    await page
      .getByText(/Accepted by mail\.corp\.example as queue id \w+\. It arrived in INBOX after [\d.]+.s\./)
      .waitFor();
    await page.getByRole('treeitem', { name: /Settings.*IMAP imap\.corp\.example/ }).waitFor();
    await page.getByRole('treeitem', { name: /Mailbox.*signed in.*256.MB of 1.GB/ }).waitFor();
    await page.getByRole('treeitem', { name: /Delivery.*INBOX after .*2 hops/ }).waitFor();
    await stage.picture('diagnosis-found-chain');
    // Three panes are one where there is less room.
    if (look === 'dark') await page.getByRole('tab', { name: 'Detail', exact: true }).click();
    for (const [tab, text] of [
      ['Settings', 'Chosen servers'],
      ['Mailbox', 'Mailbox on imap.corp.example'],
      ['Arrival', 'The way it came'],
    ] as const) {
      await page.getByRole('tablist', { name: 'Views of the run' }).getByRole('tab', { name: tab }).click();
      await page.getByRole('tabpanel', { name: tab }).getByRole('heading', { name: text }).waitFor();
      await stage.picture(`diagnosis-found-${tab.toLowerCase()}`);
    }
  },
  90_000,
);

it('has no tabs for what a run did not ask', async () => {
  stage = await openDiagnosis();
  await runWith(stage, await recordLabRun([]));
  const { page } = stage;
  await page.getByRole('heading', { name: /^Passed in/ }).waitFor();
  const tabs = await page.getByRole('tablist', { name: 'Views of the run' }).getByRole('tab').allInnerTexts();
  expect(tabs.filter((tab) => /Settings|Mailbox|Arrival/.test(tab))).toEqual([]);
}, 90_000);

it('shows what `waypost set-up --json-lines` has printed', async () => {
  const opened = readOpened(await shown(setUp, { jsonLines: true }));
  if (opened.kind !== 'events') throw new Error(`not events: ${opened.kind}`);
  stage = await openDiagnosis({
    info: { openedFile: true },
    answers: {
      'report.opened': () => ({
        file: '/home/alice/set-up.jsonl',
        opened: { ...opened, events: [...opened.events], more: null },
      }),
    },
  });
  const { page } = stage;
  await page
    .getByText(/It arrived in INBOX after/)
    .first()
    .waitFor();
  for (const tab of ['Settings', 'Mailbox', 'Arrival']) {
    await page.getByRole('tablist', { name: 'Views of the run' }).getByRole('tab', { name: tab }).click();
    await page.getByRole('tabpanel', { name: tab }).getByRole('heading').first().waitFor();
  }
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await expect
    .poll(() => stage?.asked.find(({ name }) => name === 'clipboard.write')?.argument)
    .toContain('Mailbox on imap.corp.example');
}, 90_000);

it('says of a message that came back that nobody tries again, and whose word that is', async () => {
  const events = await recordLabRun(['message-bounces'], withNotices);
  stage = await openDiagnosis();
  await runWith(stage, events);
  const { page } = stage;
  await page.getByRole('heading', { name: /^Broken at: Delivery/ }).waitFor();
  // Who fixes it and what went wrong stand there; what notices say has a view of its own.
  await page.getByText('bob@partner.example did not get the message', { exact: true }).first().waitFor();
  await page
    .getByText(/^Accepted by mail\.corp\.example as queue id \w+\. It arrived in INBOX after [\d.]+.s\.$/)
    .waitFor();
  await page.getByRole('tablist', { name: 'Views of the run' }).getByRole('tab', { name: 'Arrival' }).click();
  const notices = page.getByRole('region', { name: 'Delivery notices' });
  expect(await notices.innerText()).toMatch(/bob@partner\.example: failed[\s\S]*Reported by: .*Status: 5\.1\.1/);
  await stage.picture('diagnosis-found-bounce');
}, 90_000);

it('searches for the settings of an address alone, though a name stands in another form', async () => {
  stage = await openDiagnosis();
  const { page } = stage;
  await page.getByLabel('Sign-in name').fill('alice@corp.example');
  await page.getByLabel('What to check').selectOption('Find the settings of an address');
  await page.getByLabel('Address or domain').fill('pat@partner.example');
  await startRun(stage);
  const starts = () => stage?.asked.filter(({ name }) => name === 'run.start').map(({ argument }) => argument);
  expect(starts()?.[0]).toMatchObject({
    asked: { goal: 'discover', destination: 'pat@partner.example', user: '' },
    password: { kind: 'none' },
  });
  await stage.tell('run.events', {
    run,
    events: [...(await recordLabRun([], { goal: 'discover', user: null, destination: 'alice@corp.example' }))],
  });
  await page.getByRole('heading', { name: /^Passed in/ }).waitFor();
  await page.getByRole('button', { name: 'More options' }).click();
  await page.getByLabel('Password', { exact: true }).fill('secret');
  await startRun(stage);
  expect(starts()?.[1]).toMatchObject({
    asked: { user: 'alice@corp.example' },
    password: { kind: 'typed', text: 'secret' },
  });
}, 90_000);
