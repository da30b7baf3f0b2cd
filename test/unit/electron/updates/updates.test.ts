import { EventEmitter } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type AppUpdater, createUpdates, feedOf } from '../../../../electron/updates/index.ts';
import { fakeLog } from '../../../fakes/fake-log.ts';

/** An updater whose feed says what a test wants. */
class FakeUpdater extends EventEmitter {
  autoDownload = false;
  autoInstallOnAppQuit = true;
  allowDowngrade = true;
  logger: object | null = console;
  installed = 0;
  readonly #onCheck: (updater: FakeUpdater) => void;

  constructor(onCheck: (updater: FakeUpdater) => void) {
    super();
    this.#onCheck = onCheck;
  }

  async checkForUpdates() {
    this.#onCheck(this);
  }

  quitAndInstall() {
    this.installed++;
  }
}

function updates(onCheck: (updater: FakeUpdater) => void, { feed = 'feed', allowed = true } = {}) {
  const updater = new FakeUpdater(onCheck);
  const states: string[] = [];
  const loads: number[] = [];
  const made = createUpdates({
    feed: feed === '' ? null : feed,
    allowed,
    load: async () => {
      loads.push(1);
      return updater as AppUpdater;
    },
    onChange: ({ state }) => states.push(state),
    log: fakeLog(),
  });
  return { made, updater, states, loads };
}

it('is off without a feed, and loads nothing', async () => {
  const { made, loads, states } = updates(() => {}, { feed: '' });
  expect(await made.check()).toEqual({ state: 'off', version: '', detail: '' });
  expect([loads, states]).toEqual([[], []]);
});

it('is forbidden where a policy says so, feed or not', async () => {
  const { made, loads } = updates(() => {}, { allowed: false });
  expect((await made.check()).state).toBe('forbidden');
  made.install();
  expect(loads).toEqual([]);
});

it('finds nothing newer', async () => {
  const { made, states } = updates((updater) => updater.emit('update-not-available'));
  expect((await made.check()).state).toBe('none');
  expect(states).toEqual(['checking', 'none']);
});

it('fetches a newer version and then waits for the person', async () => {
  const { made, updater, states } = updates((updater) => {
    updater.emit('update-available', { version: '0.2.0' });
    updater.emit('update-downloaded', { version: '0.2.0' });
  });
  expect(await made.check()).toEqual({ state: 'ready', version: '0.2.0', detail: '' });
  expect(states).toEqual(['checking', 'downloading', 'ready']);
  expect(updater).toMatchObject({ autoInstallOnAppQuit: false, allowDowngrade: false, logger: null, installed: 0 });
  made.install();
  expect(updater.installed).toBe(1);
});

it('installs nothing before it lies ready', async () => {
  const { made, updater } = updates((updater) => updater.emit('update-available', { version: '0.2.0' }));
  await made.check();
  made.install();
  expect(updater.installed).toBe(0);
});

it('says by a code that looking failed, once, and may try again', async () => {
  let tries = 0;
  const { made, states, loads } = updates((updater) => {
    const error = Object.assign(new Error('https://user:pass-word@feed.example/'), { code: 'ENOTFOUND' });
    if (tries++ > 0) return updater.emit('update-not-available');
    updater.emit('error', error);
    throw error;
  });
  expect(await made.check()).toEqual({ state: 'failed', version: '', detail: 'ENOTFOUND' });
  expect((await made.check()).state).toBe('none');
  expect(states).toEqual(['checking', 'failed', 'checking', 'none']);
  expect(loads).toHaveLength(1);
});

it('is off where the program was installed in a way that the updater does not know', async () => {
  const { made, states } = updates(() => {});
  expect((await made.check()).state).toBe('off');
  expect((await made.check()).state).toBe('off');
  expect(states).toEqual(['checking', 'off']);
});

it('asks once at a time', async () => {
  let asked = 0;
  const { made } = updates(() => asked++);
  await Promise.all([made.check(), made.check()]);
  expect(asked).toBe(1);
});

it('has a feed only where packaging has put one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'waypost-feed-'));
  expect(feedOf(folder)).toBeNull();
  await writeFile(join(folder, 'app-update.yml'), 'provider: generic\n');
  expect(feedOf(folder)).toBe(join(folder, 'app-update.yml'));
  await rm(folder, { recursive: true });
});
