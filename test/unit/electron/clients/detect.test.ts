import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDesktopEntry } from '../../../../electron/clients/detect/desktop-entry.ts';
import { detectClients } from '../../../../electron/clients/detect/index.ts';
import { type ClientStage, stageClients } from './stage.ts';

let stage: ClientStage;
beforeEach(async () => {
  stage = await stageClients();
});
afterEach(() => stage.stop());

const detect = () => detectClients(stage.computer);

async function write(path: string, content: string): Promise<string> {
  const file = join(stage.folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  await chmod(file, 0o755);
  return file;
}

const entry = (exec: string, more = '') => `[Desktop Entry]\nType=Application\nName=Mail\nExec=${exec}\n${more}`;

describe('the mail clients of a computer', () => {
  it('are none where there is none', async () => {
    expect(await detect()).toEqual(new Map());
  });

  it('are found on the path, with the version that each of them says', async () => {
    await stage.install('msmtp');
    const { home, folder } = stage;
    expect(await detect()).toEqual(
      new Map([
        ['msmtp', { command: [join(folder, 'bin/msmtp')], version: '4.5.6', home, config: join(home, '.config') }],
      ]),
    );
  });

  it('are found although one of them does not say its version', async () => {
    await write('bin/geary', '#!/bin/sh\nexit 1\n');
    expect((await detect()).get('geary')).toMatchObject({ version: '' });
  });

  it('are not started where a file beside them tells the version', async () => {
    await stage.install('thunderbird');
    await write('lib/thunderbird/application.ini', '[App]\nName=Thunderbird\nVersion=153.7.0\n');
    expect((await detect()).get('thunderbird')).toMatchObject({ version: '153.7.0' });
    await expect(stage.startOf('thunderbird')).rejects.toThrow();
  });

  it('are found in the desktop’s menu, too', async () => {
    const program = await write('opt/thunderbird bird/thunderbird', '#!/bin/sh\n');
    await write('share/applications/thunderbird.desktop', entry(`"${program}" %u`));
    expect((await detect()).get('thunderbird')).toMatchObject({ command: [program] });
  });

  it('are known to have folders of their own where they are Flatpaks', async () => {
    await stage.install('flatpak');
    const exec = '/usr/bin/flatpak run --command=geary --file-forwarding org.gnome.Geary @@u %u @@';
    await write('share/applications/org.gnome.Geary.desktop', entry(exec, 'X-Flatpak=org.gnome.Geary\n'));
    const own = join(stage.home, '.var/app/org.gnome.Geary');
    expect((await detect()).get('geary')).toEqual({
      command: [join(stage.folder, 'bin/flatpak'), 'run', 'org.gnome.Geary'],
      version: '',
      home: own,
      config: join(own, 'config'),
    });
  });

  it('are listed with what can be done for each, the installed ones first and those of other systems last', async () => {
    await stage.install('thunderbird');
    await stage.install('mutt');
    const listed = await stage.calls['clients.list']({ run: stage.run });
    expect(listed.slice(0, 2).map(({ client, installed, action }) => [client, installed, action])).toEqual([
      ['thunderbird', true, 'open'],
      ['mutt', true, 'save'],
    ]);
    expect(listed.slice(-2).map(({ client }) => client)).toEqual(['outlook', 'apple']);
    const actions = new Map(listed.map(({ client, action }) => [client, action]));
    expect([actions.get('android'), actions.get('sheet'), actions.get('geary')]).toEqual(['scan', 'read', 'save']);
    expect(listed.every(({ problem }) => problem === null)).toBe(true);
  });

  it('are listed with the reason where the account is none for them', async () => {
    await stage.stop();
    stage = await stageClients({ probes: [] });
    await stage.install('thunderbird');
    const [first] = await stage.calls['clients.list']({ run: stage.run });
    expect(first).toMatchObject({ client: 'thunderbird', action: 'save', problem: { code: 'settings.no-domain' } });
  });
});

describe('an entry of the menu', () => {
  it('starts what its first group says, and not what a further action would', () => {
    const text = entry('mail %u', '\n[Desktop Action Compose]\nExec=mail --compose\n');
    expect(readDesktopEntry(text)).toEqual({ words: ['mail'], flatpak: null });
  });

  it.each(['', 'nonsense', entry('', ''), entry('mail', 'Hidden=true\n'), '[Desktop Entry]\nType=Link\nExec=mail\n'])(
    'starts nothing where it is %j',
    (text) => {
      expect(readDesktopEntry(text)).toBeNull();
    },
  );
});
