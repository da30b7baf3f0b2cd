import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startedWith, withoutOurs } from '../../../../electron/clients/environment.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-environment-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what a client is started with', () => {
  it('is what the kernel knows of our own start, and not what Chromium has made of it', () => {
    const file = join(folder, 'environ');
    writeFileSync(file, 'PATH=/bin\0HOME=/home/alice\0EQUALS=a=b\nc\0');
    const now = { PATH: '/bin', NO_AT_BRIDGE: '1', DBUS_SESSION_BUS_ADDRESS: 'disabled:' };
    expect(startedWith(now, file)).toEqual({ PATH: '/bin', HOME: '/home/alice', EQUALS: 'a=b\nc' });
  });

  it('is the present environment where the kernel tells nothing of use', () => {
    const now = { PATH: '/bin' };
    writeFileSync(join(folder, 'overwritten'), '--type=gpu\0\0');
    expect(startedWith(now, join(folder, 'none'))).toBe(now);
    expect(startedWith(now, join(folder, 'overwritten'))).toBe(now);
  });

  it('has nothing in it that is ours', () => {
    const all = { PATH: '/bin', ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--inspect', WAYPOST_UI: 'x', NODE: '/n' };
    expect(withoutOurs({ ...all, GONE: undefined })).toEqual({ PATH: '/bin', NODE: '/n' });
  });
});
