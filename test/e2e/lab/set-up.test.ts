import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startWorld, type World } from '../../lab/world/index.ts';
import { type App, launch } from '../desktop.ts';
import { type Keyring, startKeyring } from '../keyring.ts';
import { setUp } from '../person.ts';

let world: World;
let app: App;

beforeAll(async () => {
  world = await startWorld();
});

// An administrator has told the program about the organisation's own authority.
beforeEach(async () => {
  await mkdir('/etc/waypost', { recursive: true, mode: 0o755 });
  const policy = { version: 1, ca: { value: world.ca, locked: true } };
  await writeFile('/etc/waypost/policy.json', JSON.stringify(policy), { mode: 0o644 });
});

afterEach(async () => {
  await app.close();
  await rm('/etc/waypost', { recursive: true, force: true });
  await world.reset();
});

const user = 'alice@corp.example';

it('sets somebody up on real servers, and the test message lies in the mailbox', async () => {
  app = await launch({ inside: world.client });
  const { page } = app;
  await setUp(page, { user, password: world.users.alice.password });
  await page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
  await page
    .locator('main')
    .getByText(/It arrived in INBOX after [\d.]+\ss\./)
    .waitFor();
  const text = await page.locator('main').innerText();
  expect(text).toContain('IMAP, port 993, TLS from the start');
  expect(text).toContain('Alice Müller-Łukasz');
  const queueId = /accepted by mail\.corp\.example as (\w+)/.exec(text)?.[1] ?? '(none)';
  expect(await world.waitForMail(user)).toContain(queueId);
  await app.picture('lab-set-up');
});

it('tries a wrong password exactly once over both domain controllers, and asks again', async () => {
  app = await launch({ inside: world.client });
  const { page } = app;
  await setUp(page, { user, password: 'not-the-password-1' });
  await page.getByText('The password was tried once').waitFor();
  const counts = await Promise.all([world.badPwdCount('alice', 'dc1'), world.badPwdCount('alice', 'dc2')]);
  expect(Math.max(...counts)).toBe(1);
  expect(await page.getByLabel('E-mail address or sign-in name').inputValue()).toBe(user);
  expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
  await app.picture('lab-wrong-password');
});

it('remembers a password in a real keyring, and really forgets it', async () => {
  const keyring: Keyring = await startKeyring();
  try {
    const { password } = world.users.alice;
    app = await launch({ inside: world.client, env: keyring.env, args: ['--password-store=gnome-libsecret'] });
    await app.page.getByLabel('Remember password on this computer').check();
    await setUp(app.page, { user, password });
    await app.page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();
    const remembered = () =>
      app.page.evaluate(async () => (await window.waypost.call('app.info')).secrets.remembered.map((one) => one.user));
    await expect.poll(remembered).toEqual([user]);

    app = await app.restart();
    await app.page.getByLabel('E-mail address or sign-in name').fill(user);
    await app.page.getByText(/holds a password for this name/).waitFor();
    await app.page.getByRole('button', { name: 'Set up', exact: true }).click();
    await app.page.getByRole('heading', { name: 'Your account', exact: true }).waitFor();

    const kept = await stored();
    expect(kept).not.toContain(password);
    const { state } = await app.page.evaluate(() => window.waypost.call('secrets.forget', 'all'));
    expect(state).toBe('ready');
    const ciphertexts = kept.match(/[A-Za-z0-9+/=]{24,}/g) ?? [];
    expect(ciphertexts.length).toBeGreaterThan(0);
    const after = await stored();
    for (const ciphertext of ciphertexts) expect(after).not.toContain(ciphertext);

    app = await app.restart();
    await app.page.getByLabel('E-mail address or sign-in name').fill(user);
    await app.page.getByRole('button', { name: 'Set up', exact: true }).click();
    expect(await app.page.getByText(/holds a password for this name/).count()).toBe(0);
  } finally {
    await keyring.stop();
  }
});

async function stored(): Promise<string> {
  return readFile(join(app.userData, 'secrets.json'), 'utf8').catch(() => '');
}
