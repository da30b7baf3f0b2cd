import { afterEach, expect, it } from 'vitest';
import { type App, launch } from './desktop.ts';
import { alice, breakWorld, setUp } from './person.ts';

let app: App;
afterEach(() => app.close());

it('leads from a name and a password to an account, and to a message that was accepted and has arrived', async () => {
  app = await launch({ args: ['--demo'] });
  const { page } = app;
  await setUp(page, alice);
  await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
  await page
    .locator('main')
    .getByText(/It arrived in INBOX after [\d.]+\ss\./)
    .waitFor();
  const text = await page.locator('main').innerText();
  expect(text).toContain('Alice Müller-Łukasz');
  expect(text).toContain('alice@corp.example');
  expect(text).toMatch(/imap\.corp\.example\s+IMAP, port \d+, TLS from the start/);
  expect(text).toMatch(/mail\.corp\.example\s+SMTP, port \d+, TLS from the start/);
  expect(text).toMatch(/A test message was accepted by mail\.corp\.example as \w+\./);
  await app.picture('set-up-done');
});

it('shows how the servers were found, the way of the message, and the account as a code for a phone', async () => {
  app = await launch({ args: ['--demo'] });
  const { page } = app;
  await setUp(page, alice);
  await page.getByRole('button', { name: 'The way it came' }).click();
  await page.getByRole('heading', { name: 'The way it came' }).waitFor();
  await page.getByRole('button', { name: 'How this was found' }).click();
  await page.getByText('Chosen, because several sources agree on it.').first().waitFor();
  await app.picture('set-up-found');
  await page.getByRole('button', { name: /^Show .*code/ }).click();
  await page.getByRole('dialog').waitFor();
  await app.picture('set-up-code');
});

it('finds the settings of an address without a password, and what a mail program would be given', async () => {
  app = await launch({ args: ['--demo'] });
  const { page } = app;
  await page.getByLabel('E-mail address or sign-in name').fill(alice.user);
  await page.getByRole('button', { name: 'Find settings without a password' }).click();
  await page.getByRole('heading', { name: 'Your mail settings', exact: true }).waitFor();
  expect(await page.locator('main').innerText()).toContain('Nobody has signed in with them');
  const sheet = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Settings sheet' }) });
  await sheet.getByRole('button', { name: /See what is written/ }).click();
  await sheet.getByText('imap.corp.example').first().waitFor();
  await app.picture('settings-only');
});

it('shows the accounts of the try-out, and one of them fills the form', async () => {
  app = await launch({ args: ['--demo'] });
  const { page } = app;
  await page.getByRole('button', { name: /alice@corp\.example/ }).click();
  expect(await page.getByLabel('E-mail address or sign-in name').inputValue()).toBe('alice@corp.example');
  await page.getByRole('button', { name: 'Set up', exact: true }).click();
  await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
});

it('can be done by keyboard alone', async () => {
  app = await launch({ args: ['--demo'] });
  const { page } = app;
  await page.getByLabel('E-mail address or sign-in name').waitFor();
  await focusByTab(page, 'E-mail address or sign-in name');
  await page.keyboard.type(alice.user);
  await focusByTab(page, 'Password');
  await page.keyboard.type(alice.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
  await focusByTab(page, 'Copy settings');
  await page.keyboard.press('Enter');
  await page.getByText('Copied').first().waitFor();
});

it('goes back to the form at once when it is cancelled, and keeps the name but no password', async () => {
  app = await launch({ args: ['--demo'] });
  const { page } = app;
  await breakWorld(page, 'relay-silent');
  await setUp(page, alice);
  await page.getByRole('heading', { name: 'Checking your account' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Set up your mail' }).waitFor({ timeout: 2_000 });
  expect(await page.getByLabel('E-mail address or sign-in name').inputValue()).toBe(alice.user);
  expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
});

it('says who can help when an account is locked, and tries no password twice', async () => {
  app = await launch({ args: ['--demo'] });
  const { page } = app;
  await breakWorld(page, 'account-locked');
  await setUp(page, alice);
  await page.getByText('Directory administrators').first().waitFor();
  expect(await page.locator('main').innerText()).toMatch(/locked/i);
  await app.picture('account-locked');
});

async function focusByTab(page: App['page'], name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement as (HTMLInputElement & HTMLButtonElement) | null;
      const label = element?.labels?.[0]?.textContent ?? element?.getAttribute('aria-label') ?? element?.textContent;
      return label ?? '';
    });
    if (focused.trim().startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is not reached by the Tab key`);
}
