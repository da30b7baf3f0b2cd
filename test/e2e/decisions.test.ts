import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, launch } from './desktop.ts';
import { alice, breakWorld, setUp } from './person.ts';

let app: App;
beforeEach(async () => {
  app = await launch({ args: ['--demo'] });
});
afterEach(() => app.close());

/** The safe answer has the focus, so that Enter cannot give a password away. */
async function focused(): Promise<string> {
  return app.page.evaluate(() => document.activeElement?.textContent ?? '');
}

describe('before the password goes to a server that only DNS vouches for', () => {
  it('asks, offers to stop first, and goes on when somebody approves it', async () => {
    const { page } = app;
    await breakWorld(page, 'server-elsewhere');
    await setUp(page, alice);
    await page.getByRole('heading', { name: 'Does hoster.example belong to your organisation?' }).waitFor();
    await expect.poll(focused).toBe('Stop here');
    await app.picture('decision-approve');
    await page.getByRole('button', { name: 'Trust servers in hoster.example for this set-up' }).click();
    await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
    expect(await page.locator('main').innerText()).toContain('mail.hoster.example');
  });

  it('sends nothing when somebody stops', async () => {
    const { page } = app;
    await breakWorld(page, 'server-elsewhere');
    await setUp(page, alice);
    await page.getByRole('button', { name: 'Stop here' }).click();
    await page.getByRole('heading', { name: 'Set up your mail' }).waitFor();
  });
});

it('asks about a mailbox server outside of the organisation, with or without which the set-up ends', async () => {
  const { page } = app;
  await breakWorld(page, 'mailbox-elsewhere');
  await setUp(page, alice);
  await page.getByRole('heading', { name: 'Does your organisation have its mail at hoster.example?' }).waitFor();
  await expect.poll(focused).toBe('Go on without this server');
  await app.picture('decision-foreign');
  await page.getByRole('button', { name: 'Trust servers in hoster.example for this set-up' }).click();
  await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
  await page.locator('main').getByText('mail.hoster.example').first().waitFor();
});

it('asks which of two servers of one name is meant', async () => {
  const { page } = app;
  await breakWorld(page, 'name-twice');
  await setUp(page, alice, 'mail');
  await page.getByRole('heading', { name: 'Which mail server is yours?' }).waitFor();
  await app.picture('decision-choose');
  await page.getByRole('radio', { name: 'mail.corp.example', exact: false }).last().check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
});

it('shows the certificate of a server that nobody vouches for, and has no button to trust it all the same', async () => {
  const { page } = app;
  await breakWorld(page, 'relay-certificate-untrusted-issuer');
  await setUp(page, alice);
  await page.getByRole('heading', { name: 'mail.corp.example cannot prove who it is' }).waitFor();
  expect(await page.locator('main').innerText()).toContain('SHA-256 fingerprint');
  expect(await page.getByRole('button', { name: /anyway|ignore/i }).count()).toBe(0);
  await app.picture('decision-certificate');
});

it('asks for the relay’s own password when the relay refuses the directory’s', async () => {
  const { page } = app;
  await breakWorld(page, 'relay-password');
  await setUp(page, alice);
  await page.getByRole('heading', { name: 'mail.corp.example wants its own password' }).waitFor();
  await app.picture('decision-relay-password');
});

it('asks for the server’s name only when it could not be worked out', async () => {
  const { page } = app;
  await breakWorld(page, 'name-missing');
  await setUp(page, alice);
  await page
    .getByText(/What is your mail server called\?|Mail server not found/)
    .first()
    .waitFor();
  await app.picture('decision-server');
});
