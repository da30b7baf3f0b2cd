import { afterAll, describe, expect, it } from 'vitest';
import { anAppInfo } from '../fakes/app-info.ts';
import { closeStages } from './stage.ts';
import { halfARun, openWizard, password, passwordField, type Wizard, wizardRun } from './wizard-stage.ts';

const opened: Wizard[] = [];

async function open(...options: Parameters<typeof openWizard>): Promise<Wizard> {
  const wizard = await openWizard(...options);
  opened.push(wizard);
  return wizard;
}

/** Plays a run of the embedded world that is broken in this way, up to its end. */
async function follow(wizard: Wizard, heading: string | RegExp, ...run: Parameters<typeof wizardRun>): Promise<void> {
  await wizard.submit();
  await wizard.play(await wizardRun(...run));
  await expect.poll(wizard.heading).toMatch(heading);
}

afterAll(async () => {
  for (const wizard of opened) await wizard.close();
  await closeStages();
});

describe('the first form', () => {
  it('asks for the whole chain with a test message to oneself, and holds no password once it was sent', async () => {
    const wizard = await open();
    await wizard.submit();
    await expect.poll(() => wizard.starts().length).toBe(1);
    const [start] = wizard.starts();
    expect(start).toMatchObject({
      asked: { goal: 'set-up', user: 'alice@corp.example', server: '', to: [], send: true },
      password: { kind: 'typed', text: password },
      relayPassword: { kind: 'none' },
      remember: false,
    });
    await expect.poll(wizard.heading).toBe('Checking your account');
    expect(await wizard.page.content()).not.toContain(password);
  });

  it('says at the field what is wrong with it, and goes there; nothing has to be typed twice', async () => {
    const wizard = await open({
      answers: { 'run.start': () => ({ invalid: [{ field: 'user', flaw: 'user-without-end', value: 'alice@' }] }) },
    });
    await wizard.submit('alice@');
    const user = wizard.page.getByLabel('E-mail address or sign-in name');
    await wizard.page.getByText('Something is missing after it.').waitFor();
    expect(await user.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => user.evaluate((field) => field === document.activeElement)).toBe(true);
    await expect.poll(() => passwordField(wizard.page).inputValue()).toBe(password);
  });

  it('shows a server that an administrator has set, and who set it', async () => {
    const fields = [{ field: 'server', value: 'mail.corp.example', source: 'policy file', locked: true } as const];
    const wizard = await open({ info: { policy: { ...anAppInfo().policy, fields } } });
    const server = wizard.page.getByLabel('Mail server', { exact: true });
    expect(await server.inputValue()).toBe('mail.corp.example');
    expect(await server.getAttribute('readonly')).not.toBeNull();
    await wizard.page.getByText('Set by your administrator (policy file).').waitFor();
    await wizard.picture('wizard-form-locked');
  });

  it('takes the password that the keyring holds when none is typed', async () => {
    const remembered = [{ user: 'alice@corp.example', savedAt: '2026-11-20T08:00:00.000Z' }];
    const wizard = await open({ info: { secrets: { state: 'ready', backend: 'GNOME Keyring', remembered } } });
    await wizard.page.getByLabel('E-mail address or sign-in name').fill('Alice@corp.example');
    await wizard.page.getByText('GNOME Keyring holds a password for this name.').waitFor();
    await wizard.picture('wizard-form-remembered');
    await wizard.page.keyboard.press('Enter');
    await expect.poll(() => wizard.starts()[0]?.password).toEqual({ kind: 'remembered' });
  });

  it('offers to remember a password only where it can be hidden', async () => {
    for (const state of ['plain-text', 'none', 'forbidden'] as const) {
      const wizard = await open({ info: { secrets: { state, backend: '', remembered: [] } } });
      expect(await wizard.page.getByLabel('Remember password on this computer').count()).toBe(0);
    }
  });

  it('keeps what was typed while another screen is looked at', async () => {
    const wizard = await open();
    await wizard.page.getByLabel('E-mail address or sign-in name').fill('alice@corp.example');
    await wizard.page.getByRole('tab', { name: 'Settings' }).click();
    await wizard.page.getByRole('tab', { name: 'Set up mail' }).click();
    expect(await wizard.page.getByLabel('E-mail address or sign-in name').inputValue()).toBe('alice@corp.example');
  });
});

describe('the steps', () => {
  it('stand in chain order, and none of them moves while they are gone through', async () => {
    const wizard = await open();
    await wizard.submit();
    await expect.poll(wizard.heading).toBe('Checking your account');
    const tops = () =>
      wizard.page
        .locator('ol > li')
        .evaluateAll((rows) => rows.map((row) => Math.round(row.getBoundingClientRect().top)));
    const before = await tops();
    expect(before).toHaveLength(8);
    await wizard.play(await halfARun());
    await wizard.page.getByRole('main').getByText('Found your mail server').waitFor();
    await wizard.picture('wizard-steps');
    expect(await tops()).toEqual(before);
  });

  it('open by Enter to what was asked and answered', async () => {
    const wizard = await open();
    await wizard.submit();
    await wizard.play(await halfARun());
    const row = wizard.page.getByRole('button', { name: /Found your mail server/ });
    await row.focus();
    await wizard.page.keyboard.press('Enter');
    expect(await row.getAttribute('aria-expanded')).toBe('true');
    await wizard.page.getByText('DNS settings').first().waitFor();
    await wizard.picture('wizard-steps-open');
  });

  it('end at once by Escape; the form has everything but the password', async () => {
    const wizard = await open();
    await wizard.submit();
    await wizard.play(await halfARun());
    await wizard.page.getByText('Cancel').waitFor();
    await wizard.page.keyboard.press('Escape');
    await expect.poll(wizard.heading).toBe('Set up your mail');
    expect(await wizard.page.getByLabel('E-mail address or sign-in name').inputValue()).toBe('alice@corp.example');
    expect(await passwordField(wizard.page).inputValue()).toBe('');
    const names = wizard.asked.map(({ name }) => name);
    expect(names).toContain('run.cancel');
    expect(names).toContain('run.forget');
  });

  it('never begin when the run is cancelled before it has a name; it ends as soon as it has one', async () => {
    const run = crypto.randomUUID();
    let name = () => {};
    const named = new Promise<void>((resolve) => {
      name = resolve;
    });
    const wizard = await open({ answers: { 'run.start': () => named.then(() => ({ run })) } });
    await wizard.submit();
    await expect.poll(() => wizard.starts().length).toBe(1);
    await wizard.tell('menu.command', 'cancel');
    name();
    const after = () => wizard.asked.filter(({ argument }) => argument === run).map((call) => call.name);
    await expect.poll(after).toEqual(['run.cancel', 'run.forget']);
    expect(await wizard.heading()).toBe('Set up your mail');
  });

  it('are said once each to a screen reader', async () => {
    const wizard = await open();
    await wizard.page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      const status = document.querySelector('[role=status]');
      if (status) new MutationObserver(() => said.push(status.textContent ?? '')).observe(status, { childList: true });
    });
    await wizard.submit();
    await wizard.play(await wizardRun());
    await expect.poll(wizard.heading).toBe('Your account');
    const said = await wizard.page.evaluate(() => (window as unknown as { said: string[] }).said.join('\n'));
    expect(said.split('Found your mail server')).toHaveLength(2);
  });
});

describe('a question', () => {
  it('about a name that nobody approved stands before the password is sent, with the safe answer under the finger', async () => {
    const wizard = await open();
    await follow(wizard, 'Does hoster.example belong to your organisation?', ['server-elsewhere'], {
      server: null,
    });
    await expect.poll(() => focused(wizard)).toBe('Stop here');
    await wizard.picture('wizard-approve');
    await wizard.page.getByRole('button', { name: /^Trust servers in/ }).click();
    await expect.poll(() => wizard.starts().length).toBe(2);
    const [, second] = wizard.starts();
    expect(second).toMatchObject({ password: { kind: 'same-as' } });
    expect(second?.asked.approvedDomains).toHaveLength(1);
  });

  it('about two servers of one name takes the one that is chosen, and asks for no password again', async () => {
    const wizard = await open();
    await follow(wizard, 'Which mail server is yours?', ['name-twice']);
    await wizard.picture('wizard-choose');
    await wizard.page.getByText('mail.corp.example', { exact: true }).click();
    await wizard.page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => wizard.starts()[1]?.asked.server).toBe('mail.corp.example');
    expect(wizard.starts()[1]?.password.kind).toBe('same-as');
  });

  it.each(['relay', 'dc'])(
    'about the issuer of the %s’s certificate shows it, and offers no way around it',
    async (of) => {
      const wizard = await open();
      // Whichever domain controller was first.
      const host = of === 'relay' ? /^mail\.corp\.example cannot prove/ : /^dc\d\.corp\.example cannot prove/;
      await follow(wizard, host, [`${of}-certificate-untrusted-issuer`]);
      await wizard.page.getByText('CN=Somebody else').waitFor();
      await expect.poll(() => focused(wizard)).toBe('Stop here');
      expect(await wizard.page.getByRole('button', { name: /trust/i }).count()).toBe(0);
      await wizard.picture(`wizard-issuer-${of}`);
      const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
      await wizard.page
        .locator('input[type=file]')
        .setInputFiles({ name: 'issuer.pem', mimeType: 'text/plain', buffer: Buffer.from(pem) });
      await expect.poll(() => wizard.starts()[1]?.asked.ca).toBe(pem);
    },
  );

  it('for the relay’s own password says that the other one was right', async () => {
    const wizard = await open();
    await follow(wizard, 'mail.corp.example wants its own password', ['relay-password']);
    await wizard.page.getByRole('main').getByText('The directory accepted your password, so it is right.').waitFor();
    await wizard.picture('wizard-relay-password');
    await wizard.page.getByLabel('User name for the mail server').fill('relay-alice');
    await wizard.page.getByLabel('Password for the mail server').fill('other secret');
    await wizard.page.keyboard.press('Enter');
    await expect.poll(() => wizard.starts().length).toBe(2);
    expect(wizard.starts()[1]).toMatchObject({
      asked: { relayUser: 'relay-alice' },
      password: { kind: 'same-as' },
      relayPassword: { kind: 'typed', text: 'other secret' },
    });
  });

  it('for the server’s name comes only when it could not be worked out', async () => {
    const wizard = await open();
    await follow(wizard, 'What is your mail server called?', ['no-search-list']);
    await wizard.picture('wizard-ask-server');
    await wizard.page.getByLabel('Mail server').fill('mail.corp.example');
    await wizard.page.keyboard.press('Enter');
    await expect.poll(() => wizard.starts()[1]?.asked.server).toBe('mail.corp.example');
  });

  it('for the domain comes when the sign-in name leads to none', async () => {
    const wizard = await open();
    await follow(wizard, 'Which domain does your account belong to?', ['srv-missing']);
    await wizard.page.getByLabel('Domain').fill('corp.example');
    await wizard.page.keyboard.press('Enter');
    await expect.poll(() => wizard.starts()[1]?.asked.domain).toBe('corp.example');
  });
});

describe('the end', () => {
  it('of a wrong name or password is the form, with the reason and an empty password; nothing is tried again', async () => {
    const wizard = await open();
    await wizard.submit('nobody@corp.example');
    await wizard.play(await wizardRun([], { user: 'nobody@corp.example' }));
    await wizard.page.getByText('The directory does not know nobody@corp.example').waitFor();
    await wizard.page.getByText('The password was tried once').waitFor();
    expect(await passwordField(wizard.page).inputValue()).toBe('');
    await expect.poll(() => passwordField(wizard.page).evaluate((f) => f === document.activeElement)).toBe(true);
    expect(wizard.starts()).toHaveLength(1);
    await wizard.picture('wizard-retype');
  });

  it('of a failure is who fixes it, and the report for them', async () => {
    const wizard = await open();
    await follow(wizard, 'Your mail is not set up yet', ['relay-denied']);
    await wizard.page.getByText('Mail administrators').first().waitFor();
    await wizard.page.getByRole('button', { name: 'Copy report' }).click();
    await expect.poll(() => wizard.asked.some(({ name }) => name === 'clipboard.write')).toBe(true);
    await wizard.picture('wizard-failed');
    await wizard.page.getByRole('button', { name: 'See the details' }).click();
    await expect
      .poll(() => wizard.page.getByRole('tab', { name: 'Diagnose' }).getAttribute('aria-selected'))
      .toBe('true');
  });

  it('of a success is the account, what the relay took, and nothing beyond it', async () => {
    const wizard = await open();
    await follow(wizard, 'Your account', ['password-expires-soon']);
    await wizard.page
      .getByText(/^A test message was accepted by mail\.corp\.example as \w+\. It arrived in INBOX after [\d.]+\ss\.$/)
      .waitFor();
    await wizard.page.getByText(/^Your password expires in 9 days, on \d+ \w+\.$/).waitFor();
    await wizard.picture('wizard-done');
    await wizard.page.getByRole('button', { name: 'Copy settings' }).click();
    const copied = () => String(wizard.asked.find(({ name }) => name === 'clipboard.write')?.argument);
    await expect.poll(copied).toMatch(/Outgoing server: mail\.corp\.example, SMTP, port \d+, TLS from the start/);
    expect(copied()).toMatch(/Incoming server: imap\.corp\.example, IMAP, port \d+, TLS from the start/);
    expect(copied()).toContain('User name: alice@corp.example');
  });

  it('of a message whose acceptance is not known is said as such', async () => {
    const wizard = await open();
    await follow(wizard, 'Your account', ['dropped-after-dot']);
    await wizard.page
      .getByRole('main')
      .getByText('Whether mail.corp.example took the test message is not certain')
      .waitFor();
  });
});

function focused({ page }: Wizard): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}
