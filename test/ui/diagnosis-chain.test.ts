import { afterAll, afterEach, expect, it } from 'vitest';
import { recordLabRun } from '../fakes/lab-run.ts';
import { openDiagnosis, run, runWith, startRun } from './diagnosis-stage.ts';
import { closeStages, type Stage } from './stage.ts';

afterAll(closeStages);

let stage: Stage | null = null;
afterEach(() => stage?.close());

it('names the first broken link and who fixes it, and greys what was not tried because of it', async () => {
  stage = await openDiagnosis();
  const { page } = stage;
  await runWith(stage, await recordLabRun(['relay-denied']));
  const verdict = page.getByRole('heading', { name: 'Broken at: Relay — mail administrators fix this' });
  await verdict.waitFor();
  const rows = page.getByRole('tree').getByRole('treeitem');
  expect(await rows.allInnerTexts()).toEqual([
    expect.stringMatching(/Name\s+mail\.corp\.example/),
    expect.stringMatching(/Domain controller\s+dc1\.corp\.example/),
    expect.stringMatching(/Sign-in\s+Alice/),
    expect.stringMatching(/Relay\s+\d+ TLS · refused bob@partner\.example[\s\S]*first broken link/),
    expect.stringMatching(/Message\s+not tried/),
  ]);
  const detail = page.getByRole('tabpanel');
  expect(await detail.innerText()).toMatch(/554 5\.7\.1 <bob@partner\.example>: Relay access denied/);
  expect(await detail.innerText()).toMatch(/MAIL FROM:<alice@corp\.example>/);
  await stage.picture('diagnosis-broken');
}, 90_000);

it('can be walked through by keyboard, and Enter shows a step in full', async () => {
  stage = await openDiagnosis();
  const { page } = stage;
  await runWith(stage, await recordLabRun(['relay-denied']));
  await page.getByRole('heading', { name: /Broken at/ }).waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-row'));
  await page.getByRole('treeitem', { name: /^passed Name/ }).focus();
  await page.keyboard.press('End');
  expect(await focused()).toBe('message');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('message.compose');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const detail = page.getByRole('tabpanel');
  await detail.getByRole('heading', { name: /Hand over the test message/ }).waitFor();
  expect(await detail.innerText()).toContain('not tried: needs “Ask what it relays for you”');
  await page.keyboard.press('ArrowLeft');
  expect(await focused()).toBe('message');
  await page.keyboard.press('ArrowLeft');
  expect(await page.getByRole('treeitem', { name: /Message/ }).getAttribute('aria-expanded')).toBe('false');
}, 90_000);

it('keeps every row in its place while a run goes on, and Esc cancels at once', async () => {
  stage = await openDiagnosis();
  const { page } = stage;
  const events = await recordLabRun();
  await startRun(stage);
  const tops = () =>
    page.getByRole('treeitem').evaluateAll((rows) => rows.map((row) => Math.round(row.getBoundingClientRect().top)));
  await stage.tell('run.events', { run, events: events.slice(0, 3) });
  await page.getByRole('treeitem').first().waitFor();
  const before = await tops();
  for (const [from, to] of [
    [3, 30],
    [30, 80],
  ] as const) {
    await stage.tell('run.events', { run, events: events.slice(from, to) });
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await tops()).toEqual(before);
  }
  await page.keyboard.press('Escape');
  expect(stage.asked.filter(({ name }) => name === 'run.cancel')).toEqual([{ name: 'run.cancel', argument: run }]);
  await stage.tell('run.events', { run, events: events.slice(80) });
  await page.getByRole('heading', { name: /^Passed in/ }).waitFor();
  expect(await tops()).toEqual(before);
  expect(await page.getByText(/Accepted by mail\.corp\.example as queue id \w+\. Nothing is known/).count()).toBe(1);
}, 90_000);

it('asks for a decision, and runs again with the server that is chosen', async () => {
  stage = await openDiagnosis();
  const { page } = stage;
  await page.getByLabel('Mail server', { exact: true }).fill('mail');
  await page.getByLabel('Sign-in name').fill('alice@corp.example');
  await page.getByLabel('Password', { exact: true }).fill('secret of alice');
  await runWith(stage, await recordLabRun(['name-twice']));
  await page.getByRole('heading', { name: 'A decision is needed at: Name' }).waitFor();
  await stage.picture('diagnosis-decision');
  const again = page.getByRole('button', { name: /Run again with Mail server: mail\.corp\.example/ });
  await again.click();
  await expect.poll(() => stage?.asked.filter(({ name }) => name === 'run.start').length).toBe(2);
  const [first, second] = stage.asked.filter(({ name }) => name === 'run.start').map(({ argument }) => argument);
  expect(first).toMatchObject({ asked: { server: 'mail' }, password: { kind: 'typed', text: 'secret of alice' } });
  expect(second).toMatchObject({ asked: { server: 'mail.corp.example' }, password: { kind: 'same-as', run } });
  expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
}, 90_000);

it('shows one pane at a time in a narrow window, with the verdict above and nothing lost', async () => {
  stage = await openDiagnosis({ size: { width: 800, height: 600 } });
  const { page } = stage;
  await page.getByLabel('Sign-in name').fill('alice@corp.example');
  await page.getByRole('button', { name: 'More options' }).click();
  await page.getByLabel('Password for the mail server').fill('typed before');
  await page.getByRole('button', { name: 'Fewer options' }).click();
  await page.getByRole('tab', { name: 'Detail' }).click();
  await page.getByRole('tab', { name: 'Request' }).click();
  expect(await page.getByLabel('Sign-in name').inputValue()).toBe('alice@corp.example');
  await runWith(stage, await recordLabRun(['account-locked']));
  await page.getByRole('heading', { name: 'Broken at: Sign-in — directory administrators fix this' }).waitFor();
  await stage.picture('diagnosis-narrow-chain');
  const started = stage.asked.find(({ name }) => name === 'run.start');
  expect(started?.argument).toMatchObject({ relayPassword: { kind: 'typed', text: 'typed before' } });
  await page.getByRole('treeitem', { name: /Sign-in/ }).click();
  await page
    .getByRole('tabpanel')
    .getByRole('heading', { name: /locked/i })
    .waitFor();
  await stage.picture('diagnosis-narrow-detail');
}, 90_000);
