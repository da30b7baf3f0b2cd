import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { CallArgument } from '../../electron/contract.ts';
import type { ChainRequest } from '../../src/chain/request.ts';
import type { RunEvent } from '../../src/run/index.ts';
import { anAppInfo } from '../fakes/app-info.ts';
import { recordLabRun } from '../fakes/lab-run.ts';
import { closeStages, openStage, type Stage, type StageOptions } from './stage.ts';
import { openWizard, wizardRun } from './wizard-stage.ts';

type Start = CallArgument<'run.start'>;

const bob = 'bob@partner.example';
const alice = 'alice@corp.example';
const soon = { timeout: 20_000 };
const stages: Stage[] = [];

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

afterAll(closeStages);

/** The screen, its runs played by recorded ones, one after the other. */
async function openSend(runs: readonly (readonly RunEvent[])[] = [], options: StageOptions = {}) {
  let next = 0;
  const stage = await openStage({
    ...options,
    answers: {
      'run.start': () => ({ run: runs[Math.min(next++, runs.length - 1)]?.[0]?.run ?? crypto.randomUUID() }),
      ...options.answers,
    },
  });
  stages.push(stage);
  await stage.page.getByRole('tab').nth(2).click();
  return stage;
}

function starts({ asked }: Stage): Start[] {
  return asked.filter(({ name }) => name === 'run.start').map(({ argument }) => argument as Start);
}

function whereabouts({ page }: Stage) {
  return page.getByRole('region', { name: 'Where the message is' });
}

async function fill({ page }: Stage, to: readonly string[] = [bob]): Promise<void> {
  await page.getByLabel('Sign-in name').fill('alice@corp.example');
  await page.locator('input[type=password]').fill('secret-pass');
  for (const address of to) {
    await page.getByRole('textbox', { name: 'To' }).fill(address);
    await page.keyboard.press('Enter');
  }
}

async function sendAndPlay(stage: Stage, events: readonly RunEvent[], count = starts(stage).length + 1): Promise<void> {
  await stage.page.getByRole('button', { name: 'Send message' }).click();
  await play(stage, events, count);
}

async function play(stage: Stage, events: readonly RunEvent[], count: number): Promise<void> {
  await expect.poll(() => starts(stage).length, soon).toBe(count);
  await stage.tell('run.events', { run: events[0]?.run ?? '', events: [...events] });
}

function record(faults: readonly string[], changes: Partial<ChainRequest> = {}) {
  return recordLabRun(faults, { goal: 'send', ...changes });
}

/** A file of so many bytes, dropped where attachments go. */
async function drop({ page }: Stage, name: string, size: number): Promise<void> {
  await page.getByRole('region', { name: 'Attachments' }).evaluate(
    (zone, file) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(file.size)], file.name));
      zone.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    { name, size },
  );
}

/** The focus traps that Fluent's tab list puts around itself are hidden and take the focus on purpose. */
async function violations({ page }: Stage) {
  const axe = new AxeBuilder({ page }).exclude('[data-tabster-dummy]').setLegacyMode(true);
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('writing a test message', () => {
  it('asks for nothing before it knows whom to write to, and puts the focus where something is missing', async () => {
    const stage = await openSend();
    const { page } = stage;
    await page.getByRole('button', { name: 'Send message' }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')), soon)
      .toBe('true');
    expect(starts(stage)).toEqual([]);
    await stage.picture('message-missing');
  });

  it('makes recipients of what is typed or pasted, and looks at each at once', async () => {
    const stage = await openSend();
    const { page } = stage;
    const to = page.getByRole('textbox', { name: 'To' });
    await to.fill('bob@partner.example');
    await to.press('Enter');
    await to.pressSequentially('eve@partner.example,');
    await to.evaluate((field) => {
      const data = new DataTransfer();
      data.setData('text', 'Pat <pat@corp.example>; nobody@');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    const tags = page.getByRole('list', { name: 'Recipients' }).getByRole('listitem');
    expect(await tags.locator('bdi').allInnerTexts()).toEqual([
      'bob@partner.example',
      'eve@partner.example',
      'pat@corp.example',
      '! nobody@',
    ]);
    await page.getByText('nobody@: What follows the @ is not a domain name').waitFor();
    await stage.picture('message-recipients');
    await to.press('Backspace');
    expect(await tags.count()).toBe(3);
    await page.getByRole('button', { name: 'Remove eve@partner.example' }).click();
    expect(await tags.count()).toBe(2);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  });

  it('knows who was set up a moment ago, and does not ask for the password again', async () => {
    const wizard = await openWizard();
    stages.push(wizard);
    const { page } = wizard;
    await wizard.submit(alice);
    await wizard.play(await wizardRun());
    await page.getByRole('tab', { name: 'Test message' }).click();
    await page.getByText('The password from your last check is used.').waitFor();
    expect(await page.getByLabel('Sign-in name').inputValue()).toBe(alice);
    expect(await page.getByLabel('From').innerText()).toContain(`${alice} (your address)`);
    await page.getByRole('textbox', { name: 'To' }).fill(bob);
    await page.getByRole('button', { name: 'Send message' }).click();
    await expect.poll(() => starts(wizard).length, soon).toBe(2);
    expect(starts(wizard)[1]).toMatchObject({ asked: { user: alice, to: [bob] }, password: { kind: 'same-as' } });
  });

  it('says what a file is too large for before anything is sent', async () => {
    const stage = await openSend();
    const { page } = stage;
    await drop(stage, 'plan.pdf', 3_000_000);
    await page.getByText('2.9 of 25.0 MB used').waitFor();
    await drop(stage, 'film.mp4', 24_000_000);
    await page.getByText('film.mp4 was not added: it has 22.9 MB, and 22.1 MB are left.').first().waitFor();
    await stage.picture('message-attachments');
    await page.getByRole('button', { name: 'Remove plan.pdf' }).click();
    await page.getByText('0.0 of 25.0 MB used').waitFor();
  });

  it('asks for exactly what the form says', async () => {
    const stage = await openSend([await record([])]);
    const { page } = stage;
    await fill(stage);
    await page.getByLabel('Mail server', { exact: true }).fill('mail');
    await page.getByLabel('Subject').fill('Hello');
    await page.getByLabel('Text').fill('Good morning');
    await page.getByLabel('Ask for a delivery notice').check();
    await page.getByLabel('Require TLS onwards').check();
    await page.getByLabel('Look for it in my mailbox').check();
    await page.locator('input[type=file]').setInputFiles({
      name: 'a.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('hello'),
    });
    await page.getByText('a.txt').waitFor();
    await page.getByRole('button', { name: 'Send message' }).click();
    await expect.poll(() => starts(stage).length, soon).toBe(1);
    expect(starts(stage)[0]).toMatchObject({
      asked: {
        goal: 'send',
        server: 'mail',
        user: 'alice@corp.example',
        to: [bob],
        subject: 'Hello',
        text: 'Good morning',
        attachments: [{ name: 'a.txt', base64: Buffer.from('hello').toString('base64') }],
        dsn: true,
        requireTls: true,
        readBack: true,
        send: true,
      },
      password: { kind: 'typed', text: 'secret-pass' },
      relayPassword: { kind: 'none' },
    });
  });

  it('shows beside the field what the program found wrong with it', async () => {
    const stage = await openSend([], {
      answers: { 'run.start': () => ({ invalid: [{ field: 'server', flaw: 'server-with-port', value: 'mail:25' }] }) },
    });
    const { page } = stage;
    await fill(stage);
    await page.getByLabel('Mail server', { exact: true }).fill('mail:25');
    await page.getByRole('button', { name: 'Send message' }).click();
    await page.getByText('Give the name alone. The port has a field of its own.').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')), soon)
      .toBe('true');
  });

  it('asks for the password again when an earlier one is no longer held', async () => {
    const events = await record([], { to: [bob] });
    let calls = 0;
    const stage = await openSend([], {
      answers: {
        'run.start': () => {
          calls += 1;
          const invalid = [{ field: 'password', flaw: 'missing', value: '' }] as const;
          return calls === 1 ? { run: events[0]?.run ?? '' } : { invalid: [...invalid] };
        },
      },
    });
    await fill(stage);
    await sendAndPlay(stage, events);
    await whereabouts(stage).getByText('accepted by').waitFor();
    await stage.page.getByRole('button', { name: 'Send message' }).click();
    await stage.page.getByText('The password is no longer held. Please type it again.').waitFor();
    expect(await stage.page.locator('input[type=password]').inputValue()).toBe('');
  });

  it('says so, and by whom, where sending test messages is turned off', async () => {
    const { policy } = anAppInfo();
    const source = '/etc/waypost/policy.json';
    const fields = [{ field: 'sendTests', value: 'false', source, locked: true } as const];
    const stage = await openSend([], { info: { policy: { ...policy, sendTests: false, fields } } });
    await stage.page.getByText(source).waitFor();
    expect(await stage.page.getByRole('button', { name: 'Send message' }).count()).toBe(0);
    await stage.picture('message-forbidden');
  });
});

describe('what becomes of a message', () => {
  const cases: readonly [name: string, faults: readonly string[], to: readonly string[], custody: RegExp][] = [
    ['accepted', [], [bob], /accepted by mail\.corp\.example as queue id \w+/],
    [
      'some-refused',
      ['recipient-unknown'],
      [alice, bob],
      /accepted the message for 1 of 2 recipients.*Not accepted for bob@partner\.example/,
    ],
    ['refused', ['recipient-unknown'], [bob], /mail\.corp\.example refused the message/],
    ['put-off', ['greylisted'], [bob], /mail\.corp\.example put the message off/],
    ['too-large', ['too-large'], [bob], /Nothing was sent/],
    ['sender-refused', ['sender-refused'], [bob], /mail\.corp\.example refused the message/],
    ['uncertain', ['dropped-after-dot'], [bob], /uncertain whether mail\.corp\.example has accepted/],
    ['expired-password', ['account-password-expired'], [bob], /Nothing was sent/],
  ];

  it.each(cases)('is told in plain words: %s', async (name, faults, to, custody) => {
    const events = await record(faults, { to });
    const stage = await openSend([events]);
    await fill(stage, to);
    await sendAndPlay(stage, events);
    await expect.poll(() => whereabouts(stage).innerText(), soon).toMatch(custody);
    await stage.picture(`message-${name}`);
  });

  it('is looked for in the mailbox: where it arrived, the way it came, and what notices say of each recipient', async () => {
    const message = { subject: null, text: null, attachments: [], dsn: true, requireTls: false };
    const events = await record(['message-bounces'], { to: [alice, bob], readBack: true, message });
    const submitted = events.findIndex(
      (event) => event.type === 'probe-started' && event.probe === 'custody.read-back',
    );
    const stage = await openSend([events]);
    const { page } = stage;
    await fill(stage, [alice, bob]);
    await sendAndPlay(stage, events.slice(0, submitted + 1));
    await whereabouts(stage).getByText('It is being looked for in your mailbox…').waitFor();
    await stage.picture('message-looking');
    await stage.tell('run.events', { run: events[0]?.run ?? '', events: events.slice(submitted + 1) });
    await expect
      .poll(() => whereabouts(stage).innerText(), soon)
      .toMatch(
        /It arrived in INBOX after [\d.]+.s\. .*could not be passed on to bob@partner\.example; nobody tries again/,
      );
    expect(await whereabouts(stage).innerText()).not.toContain('is not known here');
    const notice = page.getByRole('row', { name: bob }).last();
    expect(await notice.innerText()).toMatch(
      /Delivery notice: failed[\s\S]*Reported by: mail\.corp\.example[\s\S]*user unknown/,
    );
    expect(await page.getByRole('row', { name: alice }).last().innerText()).toContain('Delivery notice: delivered');
    const way = page.getByRole('region', { name: 'The way it came' });
    expect(await way.getByRole('listitem').count()).toBeGreaterThan(2);
    await stage.picture('message-arrived');
    await way.scrollIntoViewIfNeeded();
    await stage.picture('message-arrived-way');
    expect(await violations(stage)).toEqual([]);
  });
});

describe('an uncertain message', () => {
  it('explains itself, offers the safe choice first, and is sent again only when somebody says so', async () => {
    const first = await record(['dropped-after-dot'], { to: [bob] });
    const second = await record([], { to: [bob] });
    const stage = await openSend([first, second], { size: { width: 800, height: 600 } });
    const { page } = stage;
    await fill(stage);
    await sendAndPlay(stage, first);
    const panel = page.getByRole('region', { name: 'Uncertain: nobody here knows whether the message was accepted' });
    await panel.waitFor();
    expect(await panel.innerText()).toContain('RFC 1047');
    const choices = panel.getByRole('button');
    expect(await choices.allInnerTexts()).toEqual(['Look at the details', 'Send again anyway']);
    await panel.scrollIntoViewIfNeeded();
    await stage.picture('message-uncertain-panel');
    await page.getByLabel('Subject').fill('Changed since');
    await choices.nth(1).click();
    await play(stage, second, 2);
    const [before, again] = starts(stage);
    expect(again?.asked).toEqual(before?.asked);
    expect(again?.password).toEqual({ kind: 'same-as', run: first[0]?.run });
    await whereabouts(stage)
      .getByText(/accepted by mail\.corp\.example as queue id/)
      .waitFor();
  });

  it('shows its details in the diagnosis, and keeps what was written', async () => {
    const events = await record(['dropped-after-dot'], { to: [bob] });
    const stage = await openSend([events]);
    const { page } = stage;
    await fill(stage);
    await page.getByLabel('Subject').fill('Still here');
    await sendAndPlay(stage, events);
    await page.getByRole('button', { name: 'Look at the details' }).last().click();
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Diagnose');
    await page.getByRole('tab', { name: 'Test message' }).click();
    await whereabouts(stage).getByText('It is uncertain whether mail.corp.example').waitFor();
    expect(await page.getByLabel('Subject').inputValue()).toBe('Still here');
    expect(starts(stage).length).toBe(1);
  });
});

describe('while a message is on its way', () => {
  it('follows what is said until somebody pauses, and can be cancelled', async () => {
    const events = await record([], { to: [bob] });
    const half = Math.floor(events.length / 2);
    const stage = await openSend([events]);
    const { page } = stage;
    await fill(stage);
    await sendAndPlay(stage, events.slice(0, half));
    const log = page.getByRole('log');
    await expect.poll(() => log.getByRole('listitem').count(), soon).toBeGreaterThan(0);
    await stage.picture('message-running');
    const place = await page.getByRole('table').boundingBox();
    await page.getByRole('button', { name: 'Pause' }).click();
    const shown = await log.getByRole('listitem').count();
    await stage.tell('run.events', { run: events[0]?.run ?? '', events: events.slice(half, -1) });
    await expect.poll(() => page.getByRole('row').last().innerText(), soon).toContain('accepted');
    expect(await log.getByRole('listitem').count()).toBe(shown);
    expect(await page.getByRole('table').boundingBox()).toMatchObject({ y: place?.y });
    await page.getByRole('button', { name: 'Follow' }).click();
    await expect.poll(() => log.getByRole('listitem').count(), soon).toBeGreaterThan(shown);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => stage.asked.some(({ name }) => name === 'run.cancel'), soon).toBe(true);
  });

  it('shows what a hostile server says as text, and as nothing else', async () => {
    const events = await record([], { to: [bob] });
    const hostile = '<img src=x onerror=alert(1)>\u202egro.live\u001b[2J';
    const changed = events.map((event) =>
      event.type === 'probe-finished' && event.chain.custody
        ? { ...event, chain: { custody: { ...event.chain.custody, gateway: hostile, queueId: hostile } } }
        : event,
    );
    const stage = await openSend([changed]);
    await fill(stage);
    await sendAndPlay(stage, changed);
    await stage.page.getByText('\\u{202e}gro.live\\u{1b}[2J').first().waitFor();
    expect(await stage.page.locator('img').count()).toBe(0);
  });
});

describe('for everybody', () => {
  it.each([false, true])('has nothing that axe objects to (dark: %s)', { timeout: 120_000 }, async (dark) => {
    const events = await record(['recipient-unknown'], { to: [alice, bob] });
    const stage = await openSend([events], { dark, size: { width: 800, height: 600 } });
    await fill(stage, [alice, bob]);
    await sendAndPlay(stage, events);
    await whereabouts(stage).getByText('Not accepted for bob@partner.example').waitFor();
    await stage.picture('message-some-refused');
    // The result is in sight, and the tabs have not been scrolled away for it.
    expect(await stage.page.evaluate(() => document.documentElement.scrollTop)).toBe(0);
    expect((await stage.page.getByRole('tablist').boundingBox())?.y).toBe(0);
    expect(await violations(stage)).toEqual([]);
  });
});
