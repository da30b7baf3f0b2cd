import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { CallAnswer } from '../../electron/contract.ts';
import { clients, writeProfile } from '../../src/clients/index.ts';
import { clientAccount } from '../fakes/client-account.ts';
import { output } from '../fakes/program.ts';
import { type ClientPage, listed, needsMailbox, openClients, opened, refused } from './clients-stage.ts';
import { closeStages } from './stage.ts';

const pages: ClientPage[] = [];
afterEach(async () => {
  for (const one of pages.splice(0)) await one.close();
});
afterAll(closeStages);

async function open(...options: Parameters<typeof openClients>): Promise<ClientPage> {
  const one = await openClients(...options);
  pages.push(one);
  return one;
}

const undo = '4f5f1f0e-7a5c-4a27-9b8e-000000000001';
const backup = '/home/alice/.config/waypost/backups/one';
const titles = ({ page }: ClientPage) => page.locator('main li h3').allInnerTexts();
const isFocused = (locator: ReturnType<ClientPage['row']>) =>
  expect.poll(() => locator.evaluate((element) => element === document.activeElement)).toBe(true);

describe('the mail programs', () => {
  it('are looked for once, in room that is kept for them, and the installed ones stand first', async () => {
    let found = () => {};
    const held = new Promise<void>((resolve) => {
      found = resolve;
    });
    const one = await open({ installed: ['claws', 'thunderbird'] }, held);
    await one.page.getByText('Looking for the mail programs on this computer…').waitFor();
    const height = await one.page.locator('[aria-busy]').evaluate((room) => room.getBoundingClientRect().height);
    expect(height).toBeGreaterThan(250);
    found();
    await expect
      .poll(() => titles(one))
      .toEqual(['Thunderbird', 'Claws Mail', 'Settings sheet', 'Thunderbird for Android']);
    expect(one.asks('clients.list')).toHaveLength(1);
    expect(one.asks('clients.profile')).toEqual([]);
    await one.row('Thunderbird').getByText('153.7.0').waitFor();
    expect(await one.row('Claws Mail').getByRole('button').allInnerTexts()).toEqual([
      'Open in Claws Mail',
      'Save files…',
      'See what is written',
    ]);
  });

  it('that are not there are folded, each with its files', async () => {
    const one = await open();
    const fold = one.page.getByRole('button', { name: 'Other mail programs' });
    expect(await fold.getAttribute('aria-expanded')).toBe('false');
    await fold.click();
    expect(await titles(one)).toHaveLength(14);
    await one.row('mutt').getByRole('button', { name: 'Save files… mutt' }).waitFor();
    await one.row('Outlook (classic)').getByText('The new Outlook takes no files').waitFor();
  });

  it('are told where there is none, with what can be had all the same', async () => {
    const one = await open({ installed: [] });
    await one.page.getByText('No mail program that Waypost knows was found on this computer.').waitFor();
    expect(await titles(one)).toEqual(['Settings sheet', 'Thunderbird for Android']);
  });

  it('that cannot hold the account say why instead of having buttons', async () => {
    const problem = needsMailbox('thunderbird');
    const one = await open({ different: { thunderbird: { action: 'save', problem } } });
    const row = one.row('Thunderbird');
    await row.getByText('Thunderbird needs a server for incoming mail.').waitFor();
    expect(await row.getByRole('button').count()).toBe(0);
  });

  it('are not shown one by one where nothing can be had for the same reason', async () => {
    const problem = needsMailbox('sheet');
    const all = listed({}).map((one): typeof one => ({ ...one, action: 'save', problem }));
    const one = await open({ answers: { 'clients.list': () => all } });
    await one.page.getByText('settings sheet needs a server for incoming mail.').waitFor();
    expect(await titles(one)).toEqual([]);
  });

  it('can be looked for again when that went wrong, and the keyboard stays there', async () => {
    let times = 0;
    const one = await open({
      answers: {
        'clients.list': () => {
          times += 1;
          if (times === 1) throw new Error('no such run');
          return listed({});
        },
      },
    });
    await one.page.getByText('could not be looked up').first().waitFor();
    await one.page.getByRole('button', { name: 'Try again' }).press('Enter');
    await expect.poll(() => titles(one)).toContain('Thunderbird');
    await isFocused(one.page.getByRole('heading', { name: 'Your mail program' }));
  });
});

describe('opening', () => {
  it('says what was started, what it has replaced and where that is kept; the button stays under the hand', async () => {
    const one = await open({
      answers: { 'clients.open': () => opened({ undo, replaced: 2, backup }) },
    });
    const row = one.row('Thunderbird');
    const button = row.getByRole('button', { name: 'Open in Thunderbird' });
    await button.press('Enter');
    await row.getByText('Thunderbird was started with the account.').waitFor();
    await row.getByText('It asks for the password itself').waitFor();
    await row.getByText(`2 files were there before; copies are in ${backup}.`).waitFor();
    expect(await one.said()).toContain('Thunderbird was started with the account. 2 files were there before');
    await isFocused(button);
    expect(one.asks('clients.open')).toEqual([
      { run: expect.stringMatching(/^[0-9a-f-]{36}$/), client: 'thunderbird', language: 'en' },
    ]);
    expect(await row.getByText('in a new profile only').count()).toBe(0);
    await one.picture('clients-opened');
  });

  it('says that it goes on when it takes over a second, and cannot be asked for twice meanwhile', async () => {
    let started = (_: CallAnswer<'clients.open'>) => {};
    const one = await open({
      answers: {
        'clients.open': () =>
          new Promise((resolve) => {
            started = resolve;
          }),
      },
    });
    const row = one.row('Thunderbird');
    const button = row.getByRole('button', { name: 'Open in Thunderbird' });
    await button.click();
    await row.getByText('Thunderbird is being opened…').waitFor();
    await expect.poll(one.said).toBe('Thunderbird is being opened…');
    await button.click({ force: true });
    started(opened());
    await row.getByText('Thunderbird was started with the account.').waitFor();
    expect(one.asks('clients.open')).toHaveLength(1);
    expect(await row.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  });

  it('of a client that is running is tried again with the same button', async () => {
    const answers = [refused('running'), opened()];
    const one = await open({ answers: { 'clients.open': () => answers.shift() ?? opened() } });
    const row = one.row('Thunderbird');
    await row.getByRole('button', { name: 'Open in Thunderbird' }).press('Enter');
    await row.getByText('Thunderbird is running. Close it first, then try again.').waitFor();
    const again = row.getByRole('button', { name: 'Try again' });
    await isFocused(again);
    await again.press('Enter');
    await row.getByText('Thunderbird was started with the account.').waitFor();
  });

  it('that was refused says why, and what to do', async () => {
    const problem = needsMailbox('thunderbird');
    const cases: readonly (readonly [CallAnswer<'clients.open'>, string, string])[] = [
      [refused('not-installed'), 'Thunderbird was not found on this computer any more.', ''],
      [refused('leads-outside', '/home/alice/.thunderbird'), 'a link leads /home/alice/.thunderbird out of', ''],
      [refused('cannot-write', 'EACCES /home/a'), 'could not be written where Thunderbird looks', 'EACCES /home/a'],
      [refused('cannot-start', '/usr/bin/tb: 3'), 'could not be started with the account', '/usr/bin/tb: 3'],
      [refused('left-behind', backup), `Copies of what was there before are in ${backup}.`, ''],
      [{ opened: false, reason: 'problem', problem }, 'Thunderbird needs a server for incoming mail', ''],
    ];
    const answers = cases.map(([answer]) => answer);
    const one = await open({ answers: { 'clients.open': () => answers.shift() ?? opened() } });
    const row = one.row('Thunderbird');
    for (const [, sentence, evidence] of cases) {
      await row.getByRole('button', { name: 'Open in Thunderbird' }).click();
      await row.getByText(sentence).waitFor();
      if (evidence !== '') await row.getByText(evidence, { exact: true }).waitFor();
      await expect.poll(one.said).toContain(sentence);
      expect(await row.getByRole('img', { name: 'failed' }).count()).toBe(1);
    }
  });

  it('that ends in an error of the program says so', async () => {
    const one = await open({
      answers: {
        'clients.open': () => {
          throw new Error('broken');
        },
      },
    });
    await one.row('Thunderbird').getByRole('button', { name: 'Open in Thunderbird' }).click();
    await one.row('Thunderbird').getByText('Waypost met an error of its own.').waitFor();
  });

  it('says what is different about Outlook and about Apple Mail', async () => {
    const one = await open({ installed: ['outlook', 'apple'] });
    await one.row('Outlook (classic)').getByRole('button', { name: 'Open in' }).click();
    await one.row('Outlook (classic)').getByText('The new Outlook takes none of these files.').waitFor();
    await one.row('Apple Mail, iOS').getByRole('button', { name: 'Open in' }).click();
    await one.row('Apple Mail, iOS').getByText('Nothing is installed before you confirm it.').waitFor();
    await one.row('Apple Mail, iOS').getByText('The profile is not signed').waitFor();
  });

  it('shows the settings sheet', async () => {
    const one = await open();
    await one.row('Settings sheet').getByRole('button', { name: 'Open sheet Settings sheet' }).click();
    await one.row('Settings sheet').getByText('The settings sheet was opened.').waitFor();
    expect(one.asks('clients.open')).toEqual([expect.objectContaining({ client: 'sheet' })]);
  });
});

describe('undoing', () => {
  async function opening(undone: () => CallAnswer<'clients.undo'>) {
    const one = await open({
      answers: { 'clients.open': () => opened({ undo, replaced: 1, backup }), 'clients.undo': undone },
    });
    const row = one.row('Thunderbird');
    await row.getByRole('button', { name: 'Open in Thunderbird' }).click();
    await row.getByText(`1 file was there before; a copy is in ${backup}.`).waitFor();
    await row.getByRole('button', { name: 'Undo' }).press('Enter');
    return { one, row };
  }

  it('says that everything is as before and where the new profile is now; the keyboard goes to what opens', async () => {
    const { one, row } = await opening(() => ({ restored: true, aside: `${backup}/put-aside` }));
    await row.getByText('Everything is as it was before.').waitFor();
    await row.getByText(`What Thunderbird has made of the account meanwhile is in ${backup}/put-aside.`).waitFor();
    expect(await one.said()).toContain('Everything is as it was before.');
    expect(one.asks('clients.undo')).toEqual([undo]);
    await expect.poll(() => row.getByRole('button', { name: 'Undo' }).count()).toBe(0);
    await isFocused(row.getByRole('button', { name: 'Open in Thunderbird' }));
  });

  it('can be tried again where the client is running', async () => {
    const answers: CallAnswer<'clients.undo'>[] = [
      { restored: false, reason: 'running', detail: '' },
      { restored: true, aside: '' },
    ];
    const { row } = await opening(() => answers.shift() ?? { restored: true, aside: '' });
    await row.getByText('Nothing was undone: Thunderbird is running.').waitFor();
    await isFocused(row.getByRole('button', { name: 'Undo' }));
    await row.getByRole('button', { name: 'Undo' }).press('Enter');
    await row.getByText('Everything is as it was before.').waitFor();
  });

  it.each([
    ['changed', '/home/alice/.thunderbird/profiles.ini', '/home/alice/.thunderbird/profiles.ini has changed since', 1],
    ['cannot-write', 'EACCES /home/alice', 'Not everything could be undone', 1],
    ['gone', '', 'There is nothing to undo any more.', 0],
  ] as const)('that is refused says why: %s', async (reason, detail, sentence, buttons) => {
    const { row } = await opening(() => ({ restored: false, reason, detail }));
    await row.getByText(sentence).waitFor();
    await expect.poll(() => row.getByRole('button', { name: 'Undo' }).count()).toBe(buttons);
  });
});

describe('the files', () => {
  it('are saved, and it is said where, with what to do with them', async () => {
    const one = await open({ installed: ['aerc'], answers: { 'clients.save': () => '/home/alice/aerc' } });
    const row = one.row('aerc');
    await row.getByRole('button', { name: 'Save files… aerc' }).click();
    await row.getByText('Saved in /home/alice/aerc').waitFor();
    await row.getByText('add these lines to it instead').waitFor();
    await row.getByText('secret-tool store').waitFor();
    expect(await one.said()).toBe('Saved in /home/alice/aerc');
    await row.getByRole('button', { name: 'Copy' }).first().click();
    expect(one.asks('clipboard.write')).toEqual(['/home/alice/aerc']);
  });

  it('are not mentioned where the person has closed the dialog', async () => {
    const one = await open({ answers: { 'clients.save': () => null } });
    const row = one.row('Thunderbird');
    const before = await row.innerText();
    const save = row.getByRole('button', { name: 'Save files… Thunderbird' });
    await save.press('Enter');
    await expect.poll(() => one.asks('clients.save').length).toBe(1);
    await expect.poll(() => save.getAttribute('aria-disabled')).not.toBe('true');
    expect(await row.innerText()).toBe(before);
    await isFocused(save);
  });

  it('that cannot be saved are said to be nowhere', async () => {
    const one = await open({
      answers: {
        'clients.save': () => {
          throw new Error('EROFS');
        },
      },
    });
    await one.row('Thunderbird').getByRole('button', { name: 'Save files… Thunderbird' }).click();
    await one.row('Thunderbird').getByText('could not be saved there, and none was written').waitFor();
  });

  it('are read when they are asked for, whole, each with its purpose and its place, and can be copied', async () => {
    const one = await open();
    const row = one.row('Thunderbird');
    const see = row.getByRole('button', { name: 'See what is written Thunderbird' });
    await see.press('Enter');
    await row.getByRole('heading', { name: 'administrator/policies.json' }).waitFor();
    expect(await see.getAttribute('aria-expanded')).toBe('true');
    expect(one.asks('clients.profile')).toHaveLength(1);
    await row.getByText('For administrators: every profile on this person’s computer').first().waitFor();
    await row.getByText('distribution/policies.json beside the program').waitFor();
    const text = row.getByRole('region', { name: 'Text of user.js' });
    expect(await text.innerText()).toContain('user_pref("mail.server.server1.hostname", "mail.corp.example");');
    await isFocusable(text);
    await row.getByRole('heading', { name: 'user.js' }).locator('..').getByRole('button', { name: 'Copy' }).click();
    const written = writeProfile(clients.thunderbird, clientAccount());
    const userJs = written.ok && written.value.files.find(({ path }) => path === 'user.js')?.content;
    expect(one.asks('clipboard.write')).toEqual([userJs]);
    await one.picture('clients-files');
    await see.press('Enter');
    expect(await row.getByRole('heading', { level: 4 }).count()).toBe(0);
  });
});

it('all of it is told in German, too, down to the places of files', async () => {
  const problem = needsMailbox('geary');
  const one = await open({
    language: 'de',
    installed: ['thunderbird', 'geary'],
    different: { geary: { action: 'save', problem } },
  });
  await one.row('Geary').getByText('Geary braucht einen Server für eingehende Mail.').waitFor();
  const row = one.row('Thunderbird');
  await row.getByRole('button', { name: 'In Thunderbird öffnen' }).click();
  await row.getByText('Thunderbird wurde mit dem Konto gestartet.').waitFor();
  await row.getByRole('button', { name: 'Ansehen, was geschrieben wird' }).click();
  await row.getByText('user.js im Ordner eines neuen Profils').waitFor();
  await row.getByText('distribution/policies.json neben dem Programm').waitFor();
  expect(one.asks('clients.open')).toEqual([expect.objectContaining({ language: 'de' })]);
});

async function isFocusable(region: ReturnType<ClientPage['row']>): Promise<void> {
  await expect.poll(() => region.getAttribute('tabindex')).toBe('0');
}

describe('the code for a phone', () => {
  it.each([
    { dark: false, forcedColors: false },
    { dark: true, forcedColors: false },
    { dark: true, forcedColors: true },
  ])('is read by a scanner from the screen (%j)', async (look) => {
    const one = await open({ ...look, size: { width: 800, height: 600 } });
    await one.row('Thunderbird for Android').getByRole('button', { name: 'Show code' }).click();
    const code = one.page.getByRole('img', { name: 'QR code with the settings of the account' });
    await code.waitFor();
    const size = () => code.evaluate((svg) => svg.getBoundingClientRect());
    const written = writeProfile(clients.android, clientAccount());
    // The rows have a light border of two modules; on the screen it has four.
    const modules = (written.ok ? (written.value.qr?.length ?? 0) : 0) + 4;
    expect(await code.getAttribute('viewBox')).toBe(`0 0 ${modules} ${modules}`);
    // A dialog that is still opening is smaller than it will be.
    await expect.poll(async () => (await size()).width % modules).toBe(0);
    const { width, height } = await size();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(240);
    const folder = await mkdtemp(join(tmpdir(), 'waypost-code-'));
    try {
      const path = join(folder, 'screen.png');
      // A dialog that is still opening is no code yet.
      const scanned = async () => {
        await one.page.screenshot({ path, animations: 'disabled' });
        return JSON.parse(output('zbarimg', ['--quiet', '--raw', path])).slice(0, 3);
      };
      await expect
        .poll(scanned, { timeout: 30_000 })
        .toEqual([1, [1, 1], [0, 'mail.corp.example', 993, 3, 1, 'alice@corp.example']]);
    } finally {
      await rm(folder, { recursive: true });
    }
    await one.picture(`clients-code${look.forcedColors ? '-forced' : ''}`);
  });

  it('says how it is scanned and what is not in it, and closes by Escape, back to its button', async () => {
    const one = await open();
    const button = one.row('Thunderbird for Android').getByRole('button', { name: 'Show code' });
    await button.press('Enter');
    const dialog = one.page.getByRole('dialog', { name: 'Thunderbird for Android' });
    await dialog.getByText('Scan QR code').waitFor();
    await dialog.getByText('The password is not in the code').waitFor();
    await one.page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    await isFocused(button);
  });

  it('is said not to be there where it cannot be made', async () => {
    const one = await open({
      answers: {
        'clients.profile': () => {
          throw new Error('no profile');
        },
      },
    });
    await one.row('Thunderbird for Android').getByRole('button', { name: 'Show code' }).click();
    await one.page.getByRole('dialog').getByText('The code cannot be shown.').waitFor();
  });
});
