import { afterEach, expect, it } from 'vitest';
import { type App, launch } from './desktop.ts';
import { alice, breakWorld, setUp } from './person.ts';

let app: App;
afterEach(() => app.close());

it('leads from a name and a password to an account and a message that a gateway has accepted', async () => {
  app = await launch({ args: ['--demo'] });
  const { page } = app;
  await setUp(page, alice);
  await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
  const text = await page.locator('main').innerText();
  expect(text).toContain('Alice Müller-Łukasz');
  expect(text).toContain('alice@corp.example');
  expect(text).toContain('mail.corp.example');
  expect(text).toMatch(/A test message was accepted by mail\.corp\.example as \w+\. Waypost does not know/);
  await app.picture('set-up-done');
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
