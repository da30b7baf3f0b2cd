import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileToPlace, placeFiles, readManifest, undoPlacing } from '../../../../electron/clients/place/index.ts';

let parent = '';
let home = '';
let backup = '';
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'waypost-place-'));
  home = join(parent, 'home');
  backup = join(parent, 'backups', 'one');
  await mkdir(home);
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const file = (path: string, content = 'new'): FileToPlace => ({ path: join(home, path), content, mode: 0o600 });

const place = (files: readonly FileToPlace[], own: string | null = null) =>
  placeFiles({ client: 'claws', files, own, inside: [home] }, backup);

async function undo() {
  const manifest = await readManifest(backup);
  if (manifest === null) throw new Error('there is nothing to undo');
  return undoPlacing(backup, manifest);
}

const textOf = (path: string) => readFile(join(home, path), 'utf8');
const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

describe('files that are put where a client looks for them', () => {
  it('are for their owner only, and so are the folders that are made for them', async () => {
    expect(await place([file('.client/deep/rc')])).toEqual({ ok: true, value: { changed: true, replaced: 0 } });
    expect(await textOf('.client/deep/rc')).toBe('new');
    expect((await stat(join(home, '.client/deep/rc'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(home, '.client'))).mode & 0o777).toBe(0o700);
  });

  it('leave nothing behind when they are taken back', async () => {
    await place([file('.client/deep/rc'), file('.client/list')]);
    expect(await undo()).toEqual({ ok: true, value: '' });
    expect(await readdir(home)).toEqual([]);
    expect(await isThere(backup)).toBe(false);
  });

  it('replace others only with a copy, and give their contents and their mode back', async () => {
    await writeFile(join(home, 'rc'), 'old');
    await chmod(join(home, 'rc'), 0o640);
    expect(await place([file('rc'), file('list')])).toEqual({ ok: true, value: { changed: true, replaced: 1 } });
    expect(await readFile(join(backup, '0'), 'utf8')).toBe('old');
    expect(await undo()).toEqual({ ok: true, value: '' });
    expect(await textOf('rc')).toBe('old');
    expect((await stat(join(home, 'rc'))).mode & 0o777).toBe(0o640);
    expect(await readdir(home)).toEqual(['rc']);
  });

  it('are left alone where they are the same already', async () => {
    await writeFile(join(home, 'rc'), 'new');
    expect(await place([file('rc')])).toEqual({ ok: true, value: { changed: false, replaced: 0 } });
    expect(await isThere(backup)).toBe(false);
  });

  it('are not taken back once somebody has changed or removed one, and it is said which', async () => {
    await writeFile(join(home, 'rc'), 'old');
    await place([file('list'), file('rc')]);
    await writeFile(join(home, 'rc'), 'by hand');
    expect(await undo()).toEqual({ ok: false, error: { reason: 'changed', detail: join(home, 'rc') } });
    expect([await textOf('rc'), await textOf('list')]).toEqual(['by hand', 'new']);
    await rm(join(home, 'rc'));
    expect(await undo()).toEqual({ ok: false, error: { reason: 'changed', detail: join(home, 'rc') } });
  });

  it('can be taken back once', async () => {
    await place([file('rc')]);
    await undo();
    expect(await readManifest(backup)).toBeNull();
  });

  it('keep a folder that is full since', async () => {
    await place([file('.client/rc')]);
    await writeFile(join(home, '.client', 'mail'), 'a message');
    await undo();
    expect(await readdir(join(home, '.client'))).toEqual(['mail']);
  });
});

describe('a folder of the client’s own', () => {
  it('is put aside with all that the client has put there, however its files have changed', async () => {
    await place([file('.client/own/prefs'), file('.client/ini')], join(home, '.client/own'));
    await writeFile(join(home, '.client/own/prefs'), 'by the client');
    await writeFile(join(home, '.client/own/mail'), 'a message');
    expect(await undo()).toEqual({ ok: true, value: join(backup, 'put-aside') });
    expect(await readdir(home)).toEqual([]);
    expect(await readFile(join(backup, 'put-aside', 'mail'), 'utf8')).toBe('a message');
    expect(await readFile(join(backup, 'put-aside', 'prefs'), 'utf8')).toBe('by the client');
  });

  it('stays where it is when another file has changed', async () => {
    await place([file('own/prefs'), file('ini')], join(home, 'own'));
    await writeFile(join(home, 'ini'), 'by hand');
    expect(await undo()).toEqual({ ok: false, error: { reason: 'changed', detail: join(home, 'ini') } });
    expect(await textOf('own/prefs')).toBe('new');
  });
});

describe('a file that the client writes anew by itself', () => {
  const rewritten = (path: string): FileToPlace => ({ ...file(path), rewritten: true });

  it('is taken back whatever is in it now, and that is put aside', async () => {
    await writeFile(join(home, 'list'), 'old');
    await place([rewritten('rc'), rewritten('list')]);
    for (const path of ['rc', 'list']) await writeFile(join(home, path), `${path} by the client`);
    expect(await undo()).toEqual({ ok: true, value: join(backup, 'put-aside') });
    expect([await readdir(home), await textOf('list')]).toEqual([['list'], 'old']);
    for (const path of ['rc', 'list']) {
      expect(await readFile(join(backup, 'put-aside', path), 'utf8')).toBe(`${path} by the client`);
    }
  });

  it('is left as the client has made it where another file was changed by a person', async () => {
    await place([rewritten('rc'), file('list')]);
    await writeFile(join(home, 'rc'), 'by the client');
    await writeFile(join(home, 'list'), 'by hand');
    expect(await undo()).toMatchObject({ ok: false, error: { reason: 'changed', detail: join(home, 'list') } });
    expect([await textOf('rc'), await textOf('list')]).toEqual(['by the client', 'by hand']);
  });

  it('is missed by nobody when the client has removed it', async () => {
    await place([rewritten('rc')]);
    await rm(join(home, 'rc'));
    expect(await undo()).toEqual({ ok: true, value: '' });
    expect(await readdir(home)).toEqual([]);
  });
});

describe('what stops half way', () => {
  it('can be undone once more, from where it stopped', async () => {
    await mkdir(join(home, 'folder'));
    for (const path of ['folder/rc', 'list']) await writeFile(join(home, path), 'old');
    await place([file('folder/rc'), file('list')]);
    // The disk with the copies is gone for a while.
    await rm(join(backup, '0'));
    expect(await undo()).toMatchObject({ ok: false, error: { reason: 'cannot-write' } });
    expect([await textOf('folder/rc'), await textOf('list')]).toEqual(['new', 'old']);
    await writeFile(join(backup, '0'), 'old');
    expect(await undo()).toEqual({ ok: true, value: '' });
    expect([await textOf('folder/rc'), await textOf('list')]).toEqual(['old', 'old']);
  });
});

describe('what must not happen to files', () => {
  it('a link does not lead one out of the home folder, and then nothing is written at all', async () => {
    const outside = join(parent, 'outside');
    await mkdir(outside);
    await symlink(outside, join(home, '.client'));
    expect(await place([file('list'), file('.client/rc')])).toEqual({
      ok: false,
      error: { reason: 'leads-outside', detail: join(home, '.client/rc') },
    });
    expect([await readdir(outside), await readdir(home)]).toEqual([[], ['.client']]);
  });

  it('a file that is a link itself keeps its place, when that is in the home folder', async () => {
    await mkdir(join(home, 'dotfiles'));
    await writeFile(join(home, 'dotfiles/rc'), 'old');
    await symlink('dotfiles/rc', join(home, 'rc'));
    await place([file('rc')]);
    expect(await textOf('dotfiles/rc')).toBe('new');
    await undo();
    expect([await textOf('rc'), await textOf('dotfiles/rc')]).toEqual(['old', 'old']);
  });

  it('a link to nothing is not followed', async () => {
    await symlink(join(parent, 'nowhere'), join(home, 'rc'));
    expect(await place([file('rc')])).toEqual({
      ok: false,
      error: { reason: 'leads-outside', detail: join(home, 'rc') },
    });
    expect(await isThere(join(parent, 'nowhere'))).toBe(false);
  });

  it('where one cannot be written, the others are as they were', async () => {
    await writeFile(join(home, 'rc'), 'old');
    const placed = await place([file('rc'), file('fresh/one'), file('list'), file('list/two')]);
    expect(placed).toEqual({
      ok: false,
      error: { reason: 'cannot-write', detail: `ENOTDIR ${join(home, 'list/two')}` },
    });
    expect(await readdir(home)).toEqual(['rc']);
    expect(await textOf('rc')).toBe('old');
  });

  it('what cannot be kept is not replaced', async () => {
    await mkdir(join(home, 'rc'));
    expect(await place([file('rc')])).toMatchObject({
      ok: false,
      error: { reason: 'cannot-write', detail: `EISDIR ${join(home, 'rc')}` },
    });
  });
});
