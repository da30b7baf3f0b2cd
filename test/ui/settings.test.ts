import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { AppInfo, Settings } from '../../electron/contract.ts';
import { anAppInfo } from '../fakes/app-info.ts';
import { closeStages, openStage, type Stage, type StageOptions } from './stage.ts';

const soon = { timeout: 20_000 };
const stages: Stage[] = [];

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

afterAll(closeStages);

async function openSettings(options: StageOptions = {}): Promise<Stage> {
  let settings = { ...anAppInfo().settings, ...options.info?.settings };
  const stage = await openStage({
    ...options,
    answers: {
      'settings.change': (patch) => {
        settings = { ...settings, ...patch } as Settings;
        return { settings };
      },
      ...options.answers,
    },
  });
  stages.push(stage);
  await stage.page.getByRole('tab').nth(3).click();
  await stage.page.getByRole('heading', { level: 1 }).waitFor();
  return stage;
}

function asked({ asked: all }: Stage, name: string): unknown[] {
  return all.filter((one) => one.name === name).map(({ argument }) => argument);
}

async function violations({ page }: Stage) {
  const axe = new AxeBuilder({ page }).exclude('[data-tabster-dummy]').setLegacyMode(true);
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const source = '/etc/waypost/policy.json';
const managed: Partial<AppInfo> = {
  settings: { ...anAppInfo().settings, server: 'mail.corp.example', approvedDomains: ['corp.example'] },
  policy: {
    ...anAppInfo().policy,
    sendTests: false,
    fields: [
      { field: 'server', value: 'mail.corp.example', source, locked: true },
      { field: 'approvedDomains', value: 'corp.example', source, locked: false },
      { field: 'sendTests', value: 'false', source, locked: true },
    ],
    faults: [{ source, fault: 'wrong-value', detail: 'timeout' }],
  },
};

describe('changing a setting', () => {
  it('switches the language at once, without a restart', async () => {
    const stage = await openSettings();
    await stage.page.getByLabel('Language').selectOption('de');
    await stage.page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
    expect(asked(stage, 'settings.change')).toEqual([{ language: 'de' }]);
    expect(await stage.page.getAttribute('html', 'lang')).toBe('de');
    expect(await stage.page.locator('option[value=pseudo]').count()).toBe(0);
  });

  it('switches to dark at once', async () => {
    const stage = await openSettings();
    const background = () => stage.page.locator('main').evaluate((main) => getComputedStyle(main).color);
    const before = await background();
    await stage.page.getByLabel('Appearance').selectOption('dark');
    await expect.poll(background, soon).not.toBe(before);
  });

  it('stores a line when it is left, says so without moving anything, and stores nothing that is unchanged', async () => {
    const stage = await openSettings();
    const { page } = stage;
    const place = await page.getByLabel('Domain', { exact: true }).boundingBox();
    await page.getByLabel('Mail server').fill('mail');
    await page.getByLabel('Mail server').press('Tab');
    await expect.poll(() => asked(stage, 'settings.change'), soon).toEqual([{ server: 'mail' }]);
    await page.getByText('✓ Saved').waitFor();
    expect(await page.getByLabel('Domain', { exact: true }).boundingBox()).toEqual(place);
    await page.getByLabel('Domain', { exact: true }).press('Tab');
    expect(asked(stage, 'settings.change').length).toBe(1);
  });

  it('complains beside the field, and keeps what was typed', async () => {
    const stage = await openSettings();
    const { page } = stage;
    await page.getByLabel('Time limit in seconds').fill('0');
    await page.getByLabel('Time limit in seconds').press('Enter');
    await page.getByText('Give a number of seconds from 1 to 3600.').waitFor();
    await page.getByLabel('Domain', { exact: true }).fill('corp..example');
    await page.getByLabel('Domain', { exact: true }).press('Enter');
    await page.getByText('Give a domain name, for example corp.example.').waitFor();
    expect(await page.getByLabel('Domain', { exact: true }).inputValue()).toBe('corp..example');
    await page.getByLabel('Mail server').fill('mail:25');
    await page.getByLabel('Mail server').press('Enter');
    await page.getByText('Give the name alone. The port has a field of its own.').waitFor();
    expect(asked(stage, 'settings.change')).toEqual([]);
    await stage.picture('settings-fault');
  });

  it('says beside the field what the main process finds wrong with it, and keeps what was typed', async () => {
    const stage = await openSettings({
      answers: {
        'settings.change': (patch) => ({
          invalid:
            'approvedDomains' in patch
              ? [{ field: 'approvedDomains', flaw: 'not-a-domain', value: 'corp.example' }]
              : [{ field: 'domain', flaw: 'locked', value: '' }],
        }),
      },
    });
    const { page } = stage;
    const domain = page.getByLabel('Domain', { exact: true });
    await domain.fill('corp.example');
    await domain.press('Enter');
    await page.getByText('Your administrator has set this. It cannot be changed here.').waitFor();
    expect(await domain.inputValue()).toBe('corp.example');
    expect(await domain.getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Approved domains').fill('corp.example');
    await page.getByLabel('Approved domains').press('Enter');
    await page.getByText('corp.example: Give a domain name, for example corp.example.').waitFor();
    await stage.picture('settings-refused');
  });

  it.each([false, true])(
    'says at the top, wherever it is scrolled to, why nothing can be stored (dark: %s)',
    async (dark) => {
      const stage = await openSettings({
        dark,
        size: { width: 800, height: 600 },
        answers: {
          'settings.change': () => ({
            unstored: { file: '/home/alice/.config/waypost/settings.json', reason: 'no-room' },
          }),
        },
      });
      const { page } = stage;
      const days = page.getByLabel('Days that runs are kept');
      await days.fill('7');
      await days.press('Enter');
      const alert = page.getByRole('alert').filter({ hasText: 'settings.json' });
      expect(await alert.innerText()).toBe(
        'Nothing was saved: there is no room left for /home/alice/.config/waypost/settings.json. Make room, then change it again.',
      );
      expect(await alert.evaluate((one) => one.getBoundingClientRect().top < 120)).toBe(true);
      expect(await days.inputValue()).toBe('7');
      await stage.picture('settings-unstored');
    },
  );

  it('says at the top what is wrong with a setting that nobody has touched', async () => {
    const stage = await openSettings({
      answers: { 'settings.change': () => ({ invalid: [{ field: 'ca', flaw: 'damaged-certificate', value: '' }] }) },
    });
    await stage.page.getByLabel('Appearance').selectOption('dark');
    await stage.page.getByText('Issuer certificates: The certificate in this file is damaged.').waitFor();
  });

  it('says what could not be saved, and shows again what holds', async () => {
    const stage = await openSettings({
      answers: {
        'settings.change': () => {
          throw new Error('call failed');
        },
      },
    });
    const { page } = stage;
    await page.getByLabel('Appearance').selectOption('dark');
    await page.getByText('This could not be saved.').waitFor();
    expect(await page.getByLabel('Appearance').inputValue()).toBe('system');
  });

  it('adds and removes approved domains', async () => {
    const stage = await openSettings();
    const { page } = stage;
    await page.getByLabel('Approved domains').fill('Corp.example.');
    await page.getByRole('button', { name: 'Add domain' }).click();
    await page.getByRole('button', { name: 'Remove corp.example' }).click();
    await expect
      .poll(() => asked(stage, 'settings.change'), soon)
      .toEqual([{ approvedDomains: ['corp.example'] }, { approvedDomains: [] }]);
  });

  it('takes certificates from a file and never a private key', async () => {
    const stage = await openSettings();
    const { page } = stage;
    const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
    const file = page.locator('input[type=file]');
    await file.setInputFiles({ name: 'key.pem', mimeType: '', buffer: Buffer.from('-----BEGIN PRIVATE KEY-----') });
    await page.getByText('This file holds a private key.').waitFor();
    expect(asked(stage, 'settings.change')).toEqual([]);
    await file.setInputFiles({ name: 'corp-root.pem', mimeType: '', buffer: Buffer.from(pem) });
    await page.getByText('1 certificate Last added from corp-root.pem.').waitFor();
    expect(asked(stage, 'settings.change')).toEqual([{ ca: pem }]);
    await page.getByRole('button', { name: 'Remove all certificates' }).click();
    await expect.poll(() => asked(stage, 'settings.change').at(-1), soon).toEqual({ ca: '' });
  });
});

describe('what can be deleted', () => {
  it('asks before it deletes the history, the safe answer first', async () => {
    const stage = await openSettings();
    const { page } = stage;
    await page.getByRole('button', { name: 'Delete all runs…' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), soon).toBe('Keep them');
    expect(asked(stage, 'history.remove')).toEqual([]);
    await page.getByRole('button', { name: 'Delete all runs', exact: true }).click();
    await page.getByText('All runs are deleted.').first().waitFor();
    expect(asked(stage, 'history.remove')).toEqual(['all']);
  });

  it('really forgets a password, and shows what is left', async () => {
    const remembered = [
      { user: 'alice@corp.example', savedAt: '2026-11-03T08:00:00Z' },
      { user: 'bob@corp.example', savedAt: '2026-11-04T08:00:00Z' },
    ];
    const secrets = { state: 'ready', backend: 'GNOME Keyring', remembered } as const;
    const stage = await openSettings({
      info: { secrets: { ...secrets, remembered } },
      answers: {
        'secrets.forget': (which) => ({
          ...secrets,
          remembered: which === 'all' ? [] : remembered.filter(({ user }) => user !== which.user),
        }),
      },
    });
    const { page } = stage;
    await page.getByRole('button', { name: 'Forget the password of alice@corp.example' }).scrollIntoViewIfNeeded();
    await stage.picture('settings-passwords');
    await page.getByRole('button', { name: 'Forget the password of alice@corp.example' }).click();
    await page.getByText('The password of alice@corp.example is deleted.').first().waitFor();
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(['bob@corp.example']);
    await page.getByRole('button', { name: 'Forget all' }).click();
    await page.getByText('None is remembered.').waitFor();
    expect(asked(stage, 'secrets.forget')).toEqual([{ user: 'alice@corp.example' }, 'all']);
  });

  it.each([
    ['plain-text', 'a store that hides nothing'],
    ['none', 'has no store for secrets'],
    ['locked', 'KWallet is locked'],
    ['forbidden', 'has turned off remembering passwords'],
    ['demo', 'In the demo'],
  ] as const)('says why no password can be remembered: %s', async (state, why) => {
    const stage = await openSettings({ info: { secrets: { state, backend: 'KWallet', remembered: [] } } });
    await stage.page.getByText(why).waitFor();
  });
});

describe('what others have set', () => {
  it('is shown with its source, and cannot be changed where it is locked', async () => {
    const stage = await openSettings({ info: managed });
    const { page } = stage;
    expect(await page.getByLabel('Mail server').isDisabled()).toBe(true);
    expect(await page.getByLabel('Approved domains').isDisabled()).toBe(false);
    await page.getByText(`Set by your organisation (${source}).`, { exact: true }).waitFor();
    await page.getByText('The value of “timeout” cannot be used.').waitFor();
    const table = page.getByRole('table', { name: 'What your organisation has set' });
    expect(await table.getByRole('row').nth(3).innerText()).toMatch(/Sending test messages\s+turned off\s+locked/);
    await stage.picture('settings-managed-top');
    await table.scrollIntoViewIfNeeded();
    await stage.picture('settings-managed');
  });
});

describe('updates', () => {
  it('can be asked for only where there is a source of them', async () => {
    const stage = await openSettings();
    expect(await stage.page.getByRole('button', { name: 'Check now' }).count()).toBe(0);
    await stage.tell('update.changed', { state: 'idle', version: '', detail: '' });
    await stage.page.getByRole('button', { name: 'Check now' }).waitFor();
    await stage.tell('update.changed', { state: 'ready', version: '0.2.0', detail: '' });
    await stage.page.getByText('Version 0.2.0 is ready.').waitFor();
    await stage.page.getByRole('button', { name: 'Restart and update' }).click();
    await expect.poll(() => asked(stage, 'update.install').length, soon).toBe(1);
  });
});

describe('for everybody', () => {
  it.each([false, true])('has nothing that axe objects to (dark: %s)', { timeout: 120_000 }, async (dark) => {
    const remembered = [{ user: 'alice@corp.example', savedAt: '2026-11-03T08:00:00Z' }];
    const info = { ...managed, secrets: { state: 'ready', backend: 'GNOME Keyring', remembered } } as const;
    const stage = await openSettings({ info, dark, size: { width: 800, height: 600 } });
    await stage.picture('settings');
    await stage.page.getByRole('heading', { name: 'Your organisation' }).scrollIntoViewIfNeeded();
    await stage.picture('settings-lower');
    expect(await violations(stage)).toEqual([]);
  });
});
