import { afterAll, expect, it } from 'vitest';
import { reportText } from '../../renderer/kit/report-text.ts';
import { loadWords, type WordsLanguage } from '../../renderer/words/words.ts';
import { type RunEvent, replay } from '../../src/run/index.ts';
import { recordLabRun } from '../fakes/lab-run.ts';
import { openDiagnosis, run, runWith } from './diagnosis-stage.ts';
import { closeStages } from './stage.ts';

afterAll(closeStages);

async function textOf(events: readonly RunEvent[], language: WordsLanguage): Promise<string> {
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  return reportText(replay(events), { words: await loadWords(language), language, locale });
}

it('the report as text holds every link, step, question, problem, table and line of the transcript', async () => {
  const events = await recordLabRun(['relay-denied']);
  const report = replay(events);
  const text = await textOf(events, 'en');
  expect(text).toContain(report.run);
  expect(text).toContain('Broken at: Relay — mail administrators fix this');
  for (const { id, exchanges } of report.probes) {
    expect(text).toContain(`(${id})`);
    for (const { asked, answered } of exchanges) expect(text).toContain(`${asked} → ${answered}`);
  }
  for (const line of report.transcript) expect(text).toContain(line.text);
  for (const { name } of report.chain.name?.candidates ?? []) expect(text).toContain(name);
  for (const { host } of report.chain.domainController?.candidates ?? []) expect(text).toContain(host);
  for (const { reply } of report.chain.relayPermission) expect(text).toContain(reply?.text);
  expect(text).toContain('smtp.relay-denied');
  expect(text).toContain(report.chain.account?.dn);
  expect(text).toContain(report.chain.relay?.certificate?.fingerprint256);
});

it('the report as text speaks German, and promises nothing beyond the server that has the message', async () => {
  const text = await textOf(await recordLabRun(), 'de');
  expect(text).toMatch(
    /Von mail\.corp\.example angenommen, Warteschlangen-ID \w+\. Was danach geschieht, ist nicht bekannt\./,
  );
  expect(text).not.toMatch(/undefined|\[object|null/);
});

it.each(['en', 'de'] as const)(
  'the report as text holds settings, mailbox, arrival and notices: %s',
  async (language) => {
    const message = { subject: null, text: null, attachments: [], dsn: true, requireTls: false };
    const to = ['alice@corp.example', 'bob@partner.example'];
    const events = await recordLabRun(['message-bounces'], { to, readBack: true, message });
    const text = await textOf(events, language);
    const { settings, mailbox, custody } = replay(events).chain;
    for (const { host, sources } of settings?.servers ?? []) {
      expect(text).toContain(`  ${host}: `);
      for (const { origin } of sources) expect(text).toContain(origin);
    }
    expect(text).toContain(mailbox?.capabilities.join(' '));
    expect(text).toContain(mailbox?.tls?.certificate?.fingerprint256);
    for (const { by, id } of custody?.arrival?.hops ?? []) {
      expect(text).toContain(`  ${by}\n`);
      expect(text).toContain(String(id));
    }
    expect(text).toContain('550 5.1.1 <bob@partner.example>: user unknown');
    expect(text).toContain(language === 'en' ? 'It arrived in INBOX after' : 'in INBOX angekommen.');
    expect(text).not.toMatch(/undefined|\[object|null/);
  },
);

it('nothing that a server says can break a line of the report, or turn its direction', async () => {
  const hostile = 'a\r\nb\u202ec\u001b[31m';
  const events = (await recordLabRun(['relay-denied'])).map(
    (event): RunEvent =>
      event.type === 'observation' && event.observation.type === 'exchange'
        ? { ...event, observation: { ...event.observation, answered: hostile } }
        : event,
  );
  const text = await textOf(events, 'en');
  expect(text).toContain('a\\u{d}\\u{a}b\\u{202e}c\\u{1b}[31m');
  for (const char of ['\r', '\u202e', '\u001b']) expect(text).not.toContain(char);
});

it('copies the whole report, and saves exactly the bundle that it has shown', async () => {
  const made = (hidePeople: boolean) => ({
    fileName: 'bundle.json',
    text: hidePeople ? 'people hidden' : 'people shown',
  });
  const stage = await openDiagnosis({
    answers: {
      'bundle.preview': ({ hidePeople }) => made(hidePeople),
      'bundle.save': () => '/home/alice/bundle.json',
    },
  });
  const { page } = stage;
  const events = await recordLabRun(['relay-denied']);
  await runWith(stage, events);
  await page.getByRole('heading', { name: /Broken at/ }).waitFor();
  await page.getByRole('button', { name: 'Copy as text' }).click();
  const copied = stage.asked.find(({ name }) => name === 'clipboard.write')?.argument;
  expect(copied).toBe(await textOf(events, 'en'));

  await stage.tell('menu.command', 'save-bundle');
  const preview = page.getByLabel('Contents of the bundle');
  await expect.poll(() => preview.inputValue()).toBe('people hidden');
  await page.getByLabel('Hide people’s names and addresses').uncheck();
  await expect.poll(() => preview.inputValue()).toBe('people shown');
  await stage.picture('diagnosis-bundle');
  await page.getByRole('button', { name: 'Save…' }).click();
  await page.getByRole('dialog').getByText('Saved as /home/alice/bundle.json').waitFor();
  expect(stage.asked.find(({ name }) => name === 'bundle.preview')?.argument).toEqual({ run, hidePeople: true });
  expect(stage.asked.find(({ name }) => name === 'bundle.save')?.argument).toEqual(made(false));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await stage.close();
}, 90_000);
