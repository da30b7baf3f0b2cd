import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { ListedClient } from '../../electron/contract.ts';
import { closeStages } from './stage.ts';
import { openWizard, settingsRun, until, type Wizard, wizardRun } from './wizard-stage.ts';

const opened: Wizard[] = [];
afterEach(async () => {
  for (const wizard of opened.splice(0)) await wizard.close();
});
afterAll(closeStages);

const thunderbird: ListedClient = {
  client: 'thunderbird',
  title: 'Thunderbird',
  installed: true,
  version: '153.7',
  action: 'open',
  problem: null,
};

async function open(): Promise<Wizard> {
  const wizard = await openWizard({ answers: { 'clients.list': () => [thunderbird] } });
  opened.push(wizard);
  return wizard;
}

const shown = ({ page }: Wizard) => page.locator('main');
const main = (wizard: Wizard) => shown(wizard).innerText();

describe('the test message', () => {
  it('is looked for while the account is shown already, and nothing moves when it has arrived', async () => {
    const wizard = await open();
    const events = await wizardRun();
    const before = until(events, 'custody.read-back');
    await wizard.submit();
    await wizard.play(before);
    await shown(wizard)
      .getByText(/accepted by mail\.corp\.example as \w+\. It is being looked for in your inbox\./)
      .waitFor();
    const clients = wizard.page.getByRole('heading', { name: 'Thunderbird' });
    const top = async () => (await clients.boundingBox())?.y;
    await clients.waitFor();
    const place = await top();
    await wizard.picture('wizard-awaited');
    await wizard.play(events.slice(before.length));
    await shown(wizard)
      .getByText(/It arrived in INBOX after [\d.]+\ss\./)
      .waitFor();
    expect(await top()).toBe(place);
    await wizard.picture('wizard-arrived');
    await wizard.page.getByRole('button', { name: 'The way it came' }).click();
    await wizard.page.getByRole('heading', { name: 'The way it came' }).waitFor();
  });

  it('is no longer looked for when somebody does not want to wait, and the account stays', async () => {
    const wizard = await open();
    await wizard.submit();
    await wizard.play(until(await wizardRun(), 'custody.read-back'));
    await wizard.page.getByRole('button', { name: 'Stop looking' }).click();
    await expect.poll(() => wizard.asked.some(({ name }) => name === 'run.cancel')).toBe(true);
    expect(await wizard.heading()).toBe('Your account');
  });
});

describe('what is wrong with the mailbox', () => {
  it('is told with who fixes it, beside what works', async () => {
    const wizard = await open();
    await wizard.submit();
    await wizard.play(await wizardRun(['mailbox-password']));
    await wizard.page.getByRole('heading', { name: 'What does not work yet' }).waitFor();
    expect(await main(wizard)).toMatch(/did not accept the sign-in of .* to the mailbox/);
    expect(await main(wizard)).toContain('A test message was accepted by mail.corp.example');
  });

  it('is asked about where the server is outside of the organisation, before it gets a password', async () => {
    const wizard = await open();
    await wizard.submit();
    await wizard.play(await wizardRun(['mailbox-elsewhere']));
    await expect.poll(wizard.heading).toBe('Does your organisation have its mail at hoster.example?');
    expect(await main(wizard)).toContain('name the server mail.hoster.example');
    const stop = wizard.page.getByRole('button', { name: 'Go on without this server' });
    expect(await stop.evaluate((button) => button === document.activeElement)).toBe(true);
    await stop.click();
    await expect.poll(wizard.heading).toBe('Your account');
    expect(await main(wizard)).not.toContain('Incoming server');
    expect(await wizard.page.getByRole('heading', { name: 'Thunderbird' }).count()).toBe(0);
    await wizard.picture('wizard-declined');
  });

  it('goes away with the approval, which is asked for once', async () => {
    const wizard = await open();
    await wizard.submit();
    await wizard.play(await wizardRun(['mailbox-elsewhere']));
    await wizard.page.getByRole('button', { name: 'Trust servers in hoster.example for this set-up' }).click();
    await expect.poll(() => wizard.starts().length).toBe(2);
    expect(wizard.starts()[1]).toMatchObject({
      asked: { goal: 'set-up', approvedDomains: ['hoster.example'] },
      password: { kind: 'same-as' },
    });
    await wizard.play(await wizardRun(['mailbox-elsewhere'], { approvedDomains: ['hoster.example'] }));
    await expect.poll(wizard.heading).toBe('Your account');
    expect(await main(wizard)).toContain('mail.hoster.example');
  });
});

describe('an address alone', () => {
  it('is enough for its settings: no password is asked for, and nothing is sent', async () => {
    const wizard = await open();
    await wizard.search();
    await expect.poll(wizard.heading).toBe('Looking for your mail settings');
    const [start] = wizard.starts();
    expect(start).toMatchObject({
      asked: { goal: 'discover', destination: 'alice@corp.example', user: '' },
      password: { kind: 'none' },
    });
    await wizard.play(await settingsRun());
    await expect.poll(wizard.heading).toBe('Your mail settings');
    const text = await main(wizard);
    expect(text).toContain('Nobody has signed in with them');
    expect(text).toMatch(/imap\.corp\.example\s+IMAP, port \d+, TLS from the start/);
    await wizard.page.getByRole('button', { name: 'Open in Thunderbird' }).waitFor();
    await wizard.page.getByRole('button', { name: 'Check them with your password' }).click();
    await expect.poll(wizard.heading).toBe('Set up your mail');
    expect(await wizard.page.locator('input[name=user]').inputValue()).toBe('alice@corp.example');
  });

  it('shows what each place has as it answers, and nothing moves meanwhile', async () => {
    const wizard = await open();
    await wizard.search();
    await expect.poll(wizard.heading).toBe('Looking for your mail settings');
    const rows = wizard.page.locator('ol > li');
    const tops = () => rows.evaluateAll((all) => all.map((row) => Math.round(row.getBoundingClientRect().top)));
    const before = await tops();
    const events = await settingsRun();
    await wizard.play(until(events, 'settings.proof'));
    await rows
      .filter({ hasText: 'SRV records' })
      .getByText(/^\d+ servers$/)
      .waitFor();
    await rows.filter({ hasText: 'Known providers' }).getByText('nothing').waitFor();
    await wizard.picture('wizard-searching');
    expect(await tops()).toEqual(before);
    await rows.filter({ hasText: 'Autoconfig' }).getByRole('button').click();
    await rows
      .getByText(/config-v1\.1\.xml/)
      .first()
      .waitFor();
  });

  it('says at the field what is wrong with it', async () => {
    const wizard = await openWizard({
      answers: { 'run.start': () => ({ invalid: [{ field: 'destination', flaw: 'missing', value: '' }] }) },
    });
    opened.push(wizard);
    await wizard.search('');
    await wizard.page.locator('input[name=user][aria-invalid=true]').waitFor();
  });

  it('asks before a mail program is set up with a server outside of the organisation', async () => {
    const wizard = await open();
    await wizard.search();
    await wizard.play(await settingsRun(['mailbox-elsewhere']));
    await expect.poll(wizard.heading).toBe('Does your organisation have its mail at hoster.example?');
    expect(await wizard.page.getByRole('heading', { name: 'Thunderbird' }).count()).toBe(0);
  });
});
