import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ClientStage, stageClients } from './stage.ts';

let stage: ClientStage;
beforeEach(async () => {
  stage = await stageClients();
});
afterEach(() => stage.stop());

async function opened(client: Parameters<ClientStage['asked']>[0]) {
  const answer = await stage.calls['clients.open'](stage.asked(client));
  if (!answer.opened) throw new Error(JSON.stringify(answer));
  return answer;
}
const open = (client: Parameters<ClientStage['asked']>[0]) => stage.calls['clients.open'](stage.asked(client));
const undo = async (id: string | null) => stage.calls['clients.undo'](id ?? '');

describe('Thunderbird', () => {
  beforeEach(() => stage.install('thunderbird'));

  it('that was never used opens with a profile that it finds again by itself', async () => {
    const { undo: id, replaced, backup } = await opened('thunderbird');
    expect([typeof id, replaced, backup]).toEqual(['string', 0, '']);
    const list = await stage.read('.thunderbird/profiles.ini');
    const path = /^Path=(waypost-[0-9a-f]{8})$/m.exec(list)?.[1] ?? '';
    expect(list).toBe(
      `[General]\nStartWithLastProfile=1\nVersion=2\n\n[Profile0]\nName=alice@corp.example\nIsRelative=1\nPath=${path}\nDefault=1\n`,
    );
    const preferences = await stage.read(`.thunderbird/${path}/prefs.js`);
    expect(preferences).toContain('"mail.server.server1.hostname", "imap.corp.example"');
    expect(preferences).toContain('"mail.smtpserver.smtp1.hostname", "mail.corp.example"');
    expect((await stat(join(stage.home, `.thunderbird/${path}/prefs.js`))).mode & 0o777).toBe(0o600);
    expect((await stage.startOf('thunderbird')).words).toEqual(['-P', 'alice@corp.example']);
  });

  it('keeps the profiles that it has and the one that it starts with, and gets the list back', async () => {
    const before =
      '[Install1]\nDefault=a.default\n\n[Profile0]\nName=default\nIsRelative=1\nPath=a.default\nDefault=1\n';
    await stage.put('.thunderbird/profiles.ini', before);
    await stage.put('.thunderbird/a.default/prefs.js', 'theirs');
    const { undo: id, replaced, backup } = await opened('thunderbird');
    expect(replaced).toBe(1);
    expect(await readdir(backup)).toContain('manifest.json');
    expect(await stage.read('.thunderbird/profiles.ini')).toMatch(
      /^\[Install1\][\s\S]*\n\n\[Profile1\]\nName=alice@corp\.example\nIsRelative=1\nPath=waypost-\w+\n$/,
    );
    expect(await stage.read('.thunderbird/a.default/prefs.js')).toBe('theirs');
    expect(await undo(id)).toEqual({ restored: true, aside: join(backup, 'put-aside') });
    expect(await stage.read('.thunderbird/profiles.ini')).toBe(before);
    expect(await readdir(join(stage.home, '.thunderbird'))).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/^waypost/)]),
    );
  });

  it('opens with the same profile when it is asked for the same account again, and changes nothing', async () => {
    await opened('thunderbird');
    const list = await stage.read('.thunderbird/profiles.ini');
    expect(await opened('thunderbird')).toEqual({ opened: true, undo: null, replaced: 0, backup: '' });
    expect(await stage.read('.thunderbird/profiles.ini')).toBe(list);
  });

  it('gets another name for its profile where that of the address is taken', async () => {
    await stage.put('.thunderbird/profiles.ini', '[Profile0]\nName=alice@corp.example\nIsRelative=1\nPath=own\n');
    await opened('thunderbird');
    expect((await stage.startOf('thunderbird')).words).toEqual([
      '-P',
      expect.stringMatching(/^alice@corp\.example \w{8}$/),
    ]);
  });

  it('is left alone while it is running', async () => {
    stage.running.add('thunderbird');
    expect(await open('thunderbird')).toEqual({ opened: false, reason: 'running', detail: '' });
    expect(await readdir(stage.home)).toEqual([]);
  });

  it('is not undone while it is running', async () => {
    const { undo: id } = await opened('thunderbird');
    stage.running.add('thunderbird');
    expect(await undo(id)).toEqual({ restored: false, reason: 'running', detail: '' });
    stage.running.clear();
    expect(await undo(id)).toMatchObject({ restored: true });
    expect(await readdir(stage.home)).toEqual([]);
    expect(await undo(id)).toEqual({ restored: false, reason: 'gone', detail: '' });
  });

  it('leaves nothing behind where it does not start', async () => {
    await stage.install('thunderbird', 'exit 3');
    expect(await open('thunderbird')).toEqual({
      opened: false,
      reason: 'cannot-start',
      detail: `${join(stage.folder, 'bin/thunderbird')}: 3`,
    });
    expect(await readdir(stage.home)).toEqual([]);
  });
});

describe('other clients', () => {
  it('Claws Mail opens with the account where it has none', async () => {
    await stage.install('claws-mail');
    const { undo: id } = await opened('claws');
    expect(await stage.read('.claws-mail/accountrc')).toContain('receive_server=imap.corp.example');
    expect((await stage.startOf('claws-mail')).words).toEqual([]);
    expect(await undo(id)).toEqual({ restored: true, aside: '' });
    expect(await readdir(stage.home)).toEqual([]);
  });

  it('Claws Mail is undone although it writes its files anew, and what it has made of them is kept', async () => {
    await stage.install('claws-mail');
    await stage.put('.claws-mail/folderlist.xml', '<folderlist/>');
    const { undo: id, replaced, backup } = await opened('claws');
    expect(replaced).toBe(1);
    await stage.put('.claws-mail/accountrc', 'as Claws Mail writes it');
    expect(await undo(id)).toEqual({ restored: true, aside: join(backup, 'put-aside') });
    expect(await readdir(join(stage.home, '.claws-mail'))).toEqual(['folderlist.xml']);
    expect(await stage.read('.claws-mail/folderlist.xml')).toBe('<folderlist/>');
    expect(await readFile(join(backup, 'put-aside/accountrc'), 'utf8')).toBe('as Claws Mail writes it');
  });

  it('one that does not start and has changed what is not its own is not said to have left nothing behind', async () => {
    const list = join(stage.home, '.thunderbird/profiles.ini');
    await stage.put('.thunderbird/profiles.ini', '[Profile0]\nName=own\nIsRelative=1\nPath=own\n');
    await stage.install('thunderbird', `echo changed >> ${list}; exit 3`);
    expect(await open('thunderbird')).toEqual({
      opened: false,
      reason: 'left-behind',
      detail: expect.stringMatching(/backups\/[0-9a-f-]{36}$/),
    });
    expect(await stage.read('.thunderbird/profiles.ini')).toContain('changed');
  });

  it('two that are opened at once are opened one after the other', async () => {
    await stage.install('claws-mail');
    const [first, second] = await Promise.all([opened('claws'), opened('claws')]);
    expect([typeof first.undo, second.undo]).toEqual(['string', null]);
    expect(await undo(first.undo)).toMatchObject({ restored: true });
    expect(await readdir(stage.home)).toEqual([]);
  });

  it('Claws Mail keeps the accounts that it has', async () => {
    await stage.install('claws-mail');
    await stage.put('.claws-mail/accountrc', '[Account: 1]\naddress=bob@corp.example\n');
    expect(await open('claws')).toMatchObject({ opened: false });
    expect(await stage.read('.claws-mail/accountrc')).toBe('[Account: 1]\naddress=bob@corp.example\n');
  });

  it('Evolution gets its sources, and its data server is told of them where it runs', async () => {
    const told: (readonly string[])[] = [];
    await stage.stop();
    stage = await stageClients({
      computer: {
        run: async (program, words) => {
          told.push([program, ...words]);
          return '()';
        },
        isRunning: async (names) => names.includes('evolution-source-registry'),
      },
    });
    await stage.install('evolution');
    await opened('evolution');
    expect(await readdir(join(stage.home, '.config/evolution/sources'))).toHaveLength(3);
    expect(told.map(([program, ...words]) => [program, words.at(-1)])).toEqual([
      ['gdbus', 'org.gnome.evolution.dataserver.SourceManager.Reload'],
    ]);
  });

  it('Geary gets the next number for its account, and keeps it', async () => {
    await stage.install('geary');
    await stage.put('.config/geary/account_02/geary.ini', 'of somebody else');
    await opened('geary');
    await opened('geary');
    expect((await readdir(join(stage.home, '.config/geary'))).sort()).toEqual(['account_02', 'account_03']);
  });

  it('is started with the person’s environment, without what is ours', async () => {
    await stage.stop();
    stage = await stageClients({
      env: { LANG: 'de_DE.UTF-8', ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--x', WAYPOST_X: '1' },
    });
    await stage.install('claws-mail');
    await opened('claws');
    const { env } = await stage.startOf('claws-mail');
    expect(env).toContain('LANG=de_DE.UTF-8');
    expect(env).not.toMatch(/^(ELECTRON|NODE|WAYPOST)_/m);
  });

  it('is given nothing where a link leads out of the home folder', async () => {
    await stage.install('claws-mail');
    await symlink(stage.folder, join(stage.home, '.claws-mail'));
    expect(await open('claws')).toMatchObject({
      opened: false,
      reason: 'leads-outside',
      detail: join(stage.home, '.claws-mail/accountrc'),
    });
  });

  it('is given nothing where its folder of settings is a link that leads out, unless the session says that it is there', async () => {
    await stage.install('evolution');
    const elsewhere = join(stage.folder, 'elsewhere');
    await mkdir(elsewhere);
    await symlink(elsewhere, join(stage.home, '.config'));
    expect(await open('evolution')).toMatchObject({ opened: false, reason: 'leads-outside' });
    expect(await readdir(elsewhere)).toEqual([]);
    await stage.stop();
    const settings = await mkdtemp(join(tmpdir(), 'waypost-config-'));
    try {
      stage = await stageClients({ env: { XDG_CONFIG_HOME: settings } });
      await stage.install('evolution');
      await opened('evolution');
      expect(await readdir(join(settings, 'evolution/sources'))).toHaveLength(3);
    } finally {
      await rm(settings, { recursive: true });
    }
  });

  it('Outlook is started with a profile to import, out of a folder that is nobody else’s', async () => {
    await stage.stop();
    const run = async (_: string, words: readonly string[]) =>
      words[1]?.startsWith('HKLM') && words[1].endsWith('OUTLOOK.EXE')
        ? `${words[1].replace('HKLM', 'HKEY_LOCAL_MACHINE')}\n    (Standard)    REG_SZ    ${join(stage.folder, 'bin/outlook')}\n`
        : null;
    stage = await stageClients({ computer: { platform: 'win32', run } });
    await stage.install('outlook');
    expect(await opened('outlook')).toEqual({ opened: true, undo: null, replaced: 0, backup: '' });
    const [flag, file = ''] = (await stage.startOf('outlook')).words;
    expect(flag).toBe('/importprf');
    expect(await readFile(file, 'utf8')).toContain('IMAPServer=imap.corp.example');
    expect((await stat(dirname(file))).mode & 0o777).toBe(0o700);
    expect(await readdir(stage.home)).toEqual([]);
  });
});

describe('what opens no client', () => {
  it('is one that is not there', async () => {
    expect(await open('geary')).toEqual({ opened: false, reason: 'not-installed', detail: '' });
  });

  it('is one whose settings would have to be merged', async () => {
    await stage.install('mutt');
    expect(await open('mutt')).toEqual({ opened: false, reason: 'cannot-start', detail: '' });
    expect(await readdir(stage.home)).toEqual([]);
  });

  it('is one that cannot hold the account, and it is said why', async () => {
    await stage.stop();
    stage = await stageClients({ probes: [] });
    expect(await open('thunderbird')).toMatchObject({
      opened: false,
      reason: 'problem',
      problem: { code: 'settings.no-domain' },
    });
  });

  it('is a sheet to read, which the system shows', async () => {
    expect(await open('sheet')).toEqual({ opened: true, undo: null, replaced: 0, backup: '' });
    expect(stage.shown).toEqual([expect.stringMatching(/mail-settings\.html$/)]);
  });
});
