import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launch, type RunningApp } from './runtime.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const packages = fileURLToPath(new URL('../../dist/packages/', import.meta.url));
const person = 'waypost-tester';

/** Installing for everybody needs root, and Debian or a relative. */
const canInstall = process.platform === 'linux' && process.getuid?.() === 0;

async function installed(): Promise<boolean> {
  return run('dpkg', ['--status', 'waypost']).then(
    ({ stdout }) => stdout.includes('Status: install ok installed'),
    () => false,
  );
}

describe.skipIf(!canInstall)('the Debian package', () => {
  let app: RunningApp | null = null;

  beforeAll(async () => {
    if (await installed()) throw new Error('waypost is installed on this machine; this test would remove it');
    await run(process.execPath, ['build/app/package.mjs', '--test-runtime', '--if-outdated'], { cwd: root });
    const name = (await readdir(packages)).find((file) => file.endsWith('.deb'));
    const quietly = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    const judges = ['appstream', 'desktop-file-utils'];
    await run('apt-get', ['install', '--yes', '--no-install-recommends', `${packages}${name}`, ...judges], quietly);
    await run('useradd', ['--create-home', '--shell', '/bin/sh', person]);
  });

  afterEach(async () => {
    await app?.close();
    app = null;
  });

  afterAll(async () => {
    if (await installed()) await run('apt-get', ['purge', '--yes', 'waypost']);
    await run('userdel', ['--remove', person]).catch(() => undefined);
  });

  it('starts for an ordinary person, inside Chromium’s sandbox', async () => {
    app = await launch({ binary: '/usr/bin/waypost-desktop', asUser: person });
    await app.page.locator('main').waitFor();
    expect(await app.page.title()).toMatch(/Waypost/);
    expect(app.output()).not.toMatch(/sandbox/i);
    expect(await confinedProcesses(app.process.pid ?? 0)).toBeGreaterThan(0);
  });

  it('makes nothing setuid but the sandbox’s helper, and nothing writable for others', async () => {
    const { stdout } = await run('find', ['/opt/Waypost', '-perm', '/7022', '-not', '-type', 'l', '-print']);
    expect(stdout.trim()).toBe('/opt/Waypost/chrome-sandbox');
    expect((await stat('/opt/Waypost/chrome-sandbox')).mode & 0o7777).toBe(0o4755);
  });

  it('has a place in menus that desktops accept', async () => {
    await run('desktop-file-validate', ['/usr/share/applications/waypost-desktop.desktop']);
    await run('appstreamcli', ['validate', '--no-net', '/usr/share/metainfo/org.waypost.Waypost.metainfo.xml']);
  });

  it('leaves nothing behind when it is removed', async () => {
    await run('apt-get', ['purge', '--yes', 'waypost']);
    await expect(stat('/opt/Waypost')).rejects.toThrow('ENOENT');
    await expect(stat('/usr/bin/waypost-desktop')).rejects.toThrow('ENOENT');
  });
});

/** How many of a program's processes have a filter over their system calls or a namespace of their own. */
async function confinedProcesses(parent: number): Promise<number> {
  const { stdout } = await run('sh', ['-c', descendants, 'sh', String(parent)]);
  return stdout.split('\n').filter((line) => /^Seccomp:\s+2/.test(line)).length;
}

const descendants = `
  below() { for child in $(pgrep -P "$1"); do echo "$child"; below "$child"; done; }
  for process in $(below "$1"); do grep ^Seccomp: "/proc/$process/status" || true; done`;
