import { afterAll, afterEach, expect, it } from 'vitest';
import { anAppInfo } from '../fakes/app-info.ts';
import { openDiagnosis, startRun } from './diagnosis-stage.ts';
import { closeStages, type Stage } from './stage.ts';

afterAll(closeStages);

let stage: Stage | null = null;
afterEach(() => stage?.close());

it('asks for everything that the command line can', async () => {
  stage = await openDiagnosis();
  const { page } = stage;
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
  await fill('Mail server', 'mail');
  await fill('Sign-in name', 'alice@corp.example');
  await fill('Password', 'secret');
  await page.getByLabel('Remember the password').check();
  await fill('To', 'bob@partner.example, carol@partner.example, dan@partner.example');
  await page.getByRole('button', { name: 'Remove bob@partner.example' }).click();
  await page.getByRole('button', { name: 'More options' }).click();
  await fill('From', 'alias@corp.example');
  await fill('Subject', 'A subject');
  await fill('Text', 'Two\nlines');
  const files = page.locator('input[type=file]');
  await files.nth(0).setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('a note') });
  await page.getByRole('button', { name: 'Remove note.txt' }).waitFor();
  await page.getByLabel('Ask for delivery notices').check();
  await page.getByLabel('Ask for TLS on the whole way').check();
  await page.getByLabel('Stop before sending').check();
  await fill('User name for the mail server', 'relay-alice');
  await fill('Password for the mail server', 'other secret');
  await fill('Port', '587');
  await page.getByLabel('Encryption').selectOption('STARTTLS');
  await fill('Domain', 'corp.example');
  await fill('Site', 'HQ');
  await fill('DNS servers', '10.0.0.1, 10.0.0.2:5353');
  await fill('Search suffixes', 'corp.example');
  await fill('Approved domains', 'partner.example');
  const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
  await files.nth(1).setInputFiles({ name: 'ca.pem', mimeType: 'text/plain', buffer: Buffer.from(pem) });
  await page.getByText('A certificate is given.').waitFor();
  await fill('Time limit', '90');
  await stage.picture('diagnosis-form');
  await startRun(stage);
  expect(stage.asked.find(({ name }) => name === 'run.start')?.argument).toEqual({
    asked: {
      goal: 'diagnose',
      server: 'mail',
      user: 'alice@corp.example',
      domain: 'corp.example',
      site: 'HQ',
      destination: '',
      to: ['carol@partner.example', 'dan@partner.example'],
      from: 'alias@corp.example',
      subject: 'A subject',
      text: 'Two\nlines',
      attachments: [{ name: 'note.txt', base64: Buffer.from('a note').toString('base64') }],
      dsn: true,
      requireTls: true,
      send: false,
      readBack: false,
      relayUser: 'relay-alice',
      dns: '10.0.0.1, 10.0.0.2:5353',
      search: 'corp.example',
      ca: pem,
      port: '587',
      security: 'starttls',
      approvedDomains: ['partner.example'],
      timeout: '90',
    },
    password: { kind: 'typed', text: 'secret' },
    relayPassword: { kind: 'typed', text: 'other secret' },
    remember: true,
  });
  const passwords = page.locator('#request-password, #request-relayPassword');
  await expect
    .poll(() => passwords.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)))
    .toEqual(['', '']);
}, 90_000);

it('shows what each goal asks for, and sends nothing else', async () => {
  stage = await openDiagnosis();
  const { page } = stage;
  await page.getByLabel('Mail server', { exact: true }).fill('mail');
  await page.getByLabel('What to check').selectOption('Route to a recipient');
  expect(await page.getByLabel('Mail server', { exact: true }).count()).toBe(0);
  await page.getByLabel('Address or domain').fill('partner.example');
  await startRun(stage);
  expect(stage.asked.find(({ name }) => name === 'run.start')?.argument).toMatchObject({
    asked: { goal: 'route', destination: 'partner.example', server: '' },
    password: { kind: 'none' },
  });
}, 90_000);

it('says at a field what is wrong with it, and goes there, unfolding what hides it', async () => {
  stage = await openDiagnosis({
    answers: {
      'run.start': () => ({ invalid: [{ field: 'port', flaw: 'not-a-port', value: 'x' }] }),
    },
  });
  const { page } = stage;
  await startRun(stage);
  const port = page.getByLabel('Port', { exact: true });
  await port.waitFor();
  await expect.poll(() => port.evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await port.getAttribute('aria-invalid')).toBe('true');
  await stage.picture('diagnosis-flaw');
}, 90_000);

it('shows what the administrator has set, and lets nobody change it', async () => {
  const info = anAppInfo();
  stage = await openDiagnosis({
    info: {
      settings: { ...info.settings, server: 'mail.corp.example' },
      policy: {
        ...info.policy,
        sendTests: false,
        rememberPasswords: false,
        fields: [{ field: 'server', value: 'mail.corp.example', source: '/etc/waypost/policy.json', locked: true }],
      },
    },
  });
  const { page } = stage;
  const server = page.getByLabel('Mail server', { exact: true });
  expect(await server.inputValue()).toBe('mail.corp.example');
  expect(await server.isDisabled()).toBe(true);
  expect(await page.getByText('Set by your administrator (/etc/waypost/policy.json).').count()).toBe(1);
  await page.getByRole('button', { name: 'More options' }).click();
  expect(await page.getByLabel('Stop before sending').isDisabled()).toBe(true);
  expect(await page.getByLabel('Remember the password').isDisabled()).toBe(true);
  await startRun(stage);
  expect(stage.asked.find(({ name }) => name === 'run.start')?.argument).toMatchObject({
    asked: { server: 'mail.corp.example', send: false },
  });
}, 90_000);
