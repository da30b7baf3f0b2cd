import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { detectClients } from '../../../../electron/clients/detect/index.ts';
import { type ClientStage, stageClients } from './stage.ts';

let stage: ClientStage;
afterEach(() => stage.stop());

const detect = () => detectClients(stage.computer);

async function put(path: string, content = '#!/bin/sh\n'): Promise<string> {
  const file = join(stage.folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  await chmod(file, 0o755);
  return file;
}

/** With the folder of the snaps behind that of the other programs, as systems have it. */
async function withSnaps(): Promise<void> {
  stage = await stageClients();
  const path = ['bin', 'snap/bin'].map((folder) => join(stage.folder, folder)).join(':');
  Object.assign(stage.computer.env, { PATH: path });
}

const ubuntus = (snap: string) =>
  `#!/bin/sh\nif ! [ -x ${snap} ]; then\n  echo "requires the snap" >&2\n  exit 1\nfi\n\nexec ${snap} "$@"\n`;

it('a snap has folders of its own for all of its versions', async () => {
  await withSnaps();
  const snap = await put('snap/bin/thunderbird');
  const own = join(stage.home, 'snap/thunderbird/common');
  expect((await detect()).get('thunderbird')).toEqual({
    command: [snap],
    version: '',
    home: own,
    config: join(own, '.config'),
  });
});

it('a package that is only a script for the snap is the snap, whose folders it has', async () => {
  await withSnaps();
  const snap = await put('snap/bin/thunderbird');
  await put('bin/thunderbird', ubuntus(snap));
  expect((await detect()).get('thunderbird')).toMatchObject({
    command: [snap],
    home: join(stage.home, 'snap/thunderbird/common'),
  });
});

it('a script for a snap that is not there is no client', async () => {
  await withSnaps();
  await put('bin/thunderbird', ubuntus(join(stage.folder, 'snap/bin/thunderbird')));
  expect((await detect()).has('thunderbird')).toBe(false);
});

it('a script that starts another program is a client by itself', async () => {
  await withSnaps();
  const script = await put('bin/thunderbird', '#!/bin/sh\nexec /usr/lib/thunderbird/thunderbird "$@"\n');
  expect((await detect()).get('thunderbird')).toMatchObject({ command: [script], home: stage.home });
});

it('a Snap of Thunderbird gets its profile where it sees it', async () => {
  await withSnaps();
  await put('snap/bin/thunderbird');
  expect(await stage.calls['clients.open'](stage.asked('thunderbird'))).toMatchObject({ opened: true });
  expect(await stage.read('snap/thunderbird/common/.thunderbird/profiles.ini')).toContain('Name=alice@corp.example');
});

it('a Flatpak is none where there is no flatpak to start it', async () => {
  stage = await stageClients();
  const entry = '[Desktop Entry]\nType=Application\nExec=flatpak run org.gnome.Geary\nX-Flatpak=org.gnome.Geary\n';
  await put('share/applications/org.gnome.Geary.desktop', entry);
  expect((await detect()).has('geary')).toBe(false);
});

it('a Flatpak whose name would be more than a name is none', async () => {
  stage = await stageClients();
  await stage.install('flatpak');
  const entry = '[Desktop Entry]\nType=Application\nExec=flatpak run x\nX-Flatpak=../../etc\n';
  await put('share/applications/org.gnome.Geary.desktop', entry);
  expect((await detect()).has('geary')).toBe(false);
});

it('on macOS, apps are found in the person’s own folder first, with the version that their property list says', async () => {
  const asked: (readonly string[])[] = [];
  stage = await stageClients({
    computer: {
      platform: 'darwin',
      run: async (program, words) => {
        asked.push([program, ...words]);
        return '153.7.0\n';
      },
    },
  });
  const bundle = join(stage.home, 'Applications/Thunderbird.app');
  await mkdir(bundle, { recursive: true });
  await mkdir(join(stage.home, 'Applications/Mail.app'));
  const library = join(stage.home, 'Library');
  const found = await detect();
  expect(found.get('thunderbird')).toEqual({
    command: [join(bundle, 'Contents/MacOS/thunderbird')],
    version: '153.7.0',
    home: stage.home,
    config: library,
  });
  expect(found.get('apple')).toMatchObject({ command: ['/usr/bin/open'], config: library });
  expect(asked).toContainEqual(['plutil', ...words(join(bundle, 'Contents/Info.plist'))]);
});

const words = (list: string) => ['-extract', 'CFBundleShortVersionString', 'raw', '-o', '-', list];

it('on macOS, an app whose property list says something else has no version', async () => {
  stage = await stageClients({ computer: { platform: 'darwin', run: async () => '\u001b[31mnot a version' } });
  await mkdir(join(stage.home, 'Applications/Thunderbird.app'), { recursive: true });
  expect((await detect()).get('thunderbird')).toMatchObject({ version: '' });
});

it('on macOS, Thunderbird gets its profile among those in the library', async () => {
  stage = await stageClients({ computer: { platform: 'darwin', run: async () => null } });
  const program = 'home/Applications/Thunderbird.app/Contents/MacOS/thunderbird';
  await put(program);
  expect(await stage.calls['clients.open'](stage.asked('thunderbird'))).toMatchObject({ opened: true });
  expect(await stage.read('Library/Thunderbird/profiles.ini')).toMatch(/^Path=Profiles\/waypost-[0-9a-f]{8}$/m);
});

/** `reg.exe` of a German Windows, for programs that were registered under these keys. */
function registry(paths: Readonly<Record<string, string>>) {
  return async (_: string, [, key = '']: readonly string[]) => {
    const path = paths[key];
    const hive = key.replace(/^HKCU/, 'HKEY_CURRENT_USER').replace(/^HKLM/, 'HKEY_LOCAL_MACHINE');
    return path === undefined ? null : `\r\n${hive}\r\n    (Standard)    REG_SZ    ${path}\r\n\r\n`;
  };
}

const appPath = (hive: string, name: string) =>
  `${hive}\\Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\${name}`;

it('on Windows, what the person has installed for themselves goes before what is there for all', async () => {
  const paths: Record<string, string> = {};
  stage = await stageClients({ computer: { platform: 'win32', run: registry(paths) }, env: { APPDATA: '/roaming' } });
  const own = await put('own/thunderbird.exe');
  await put('own/application.ini', '[App]\nVersion=153.7.0\n');
  const outlook = await put('office/OUTLOOK.EXE');
  Object.assign(paths, {
    [appPath('HKCU', 'thunderbird.exe')]: `"${own}"`,
    [appPath('HKLM', 'thunderbird.exe')]: await put('all/thunderbird.exe'),
    [appPath('HKLM', 'OUTLOOK.EXE')]: outlook,
  });
  const { home } = stage;
  expect(await detect()).toEqual(
    new Map([
      ['thunderbird', { command: [own], version: '153.7.0', home, config: '/roaming' }],
      ['outlook', { command: [outlook], version: '', home, config: '/roaming' }],
    ]),
  );
});

it('on Windows, a program that is registered and gone is none', async () => {
  const paths = { [appPath('HKLM', 'OUTLOOK.EXE')]: '/nowhere/OUTLOOK.EXE' };
  stage = await stageClients({ computer: { platform: 'win32', run: registry(paths) } });
  expect(await detect()).toEqual(new Map());
});
