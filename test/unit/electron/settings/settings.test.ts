import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Settings, settingsChangeSchema } from '../../../../electron/contract.ts';
import { noPolicy, type PolicyValues } from '../../../../electron/policy/index.ts';
import { openSettings } from '../../../../electron/settings/index.ts';
import { whyUnstored } from '../../../../electron/settings/why-unstored.ts';
import { anAppInfo } from '../../../fakes/app-info.ts';

const usual = anAppInfo().settings;
const pem = readFileSync(new URL('../../../fixtures/net/ca.pem', import.meta.url), 'utf8').trim();

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'settings.json');
const stored = () => JSON.parse(readFileSync(file(), 'utf8'));
const open = (values: Partial<PolicyValues> = {}, log?: (sentence: string) => void) =>
  openSettings(folder, { values: { ...noPolicy.values, ...values } }, log);

describe('the settings', () => {
  it('are the usual ones at first, and nothing is written until somebody chooses', async () => {
    expect((await open()).get()).toEqual(usual);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are there again the next time; only what was chosen is stored, for its owner only', async () => {
    const store = await open();
    expect(await store.change({ appearance: 'dark', timeout: 90 })).toEqual({
      settings: { ...usual, appearance: 'dark', timeout: 90 },
    });
    expect(stored()).toEqual({ appearance: 'dark', timeout: 90 });
    if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect((await open()).get()).toEqual({ ...usual, appearance: 'dark', timeout: 90 });
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('are told to whoever listens, once they are stored', async () => {
    const store = await open();
    const told: Settings[] = [];
    store.onChange((settings) => told.push(settings));
    await store.change({ historyDays: 0 });
    expect(told).toEqual([{ ...usual, historyDays: 0 }]);
  });

  it('lose no change when several come at once', async () => {
    const store = await open();
    await Promise.all([
      store.change({ language: 'de' }),
      store.change({ timeout: 30 }),
      store.change({ server: 'mail' }),
    ]);
    expect(stored()).toEqual({ language: 'de', timeout: 30, server: 'mail' });
  });

  it('are kept in their usual form', async () => {
    const store = await open();
    const der = Buffer.from(pem.replace(/-----.*-----/g, ''), 'base64').toString('base64');
    const changed = await store.change({
      server: ' Mail.Corp.Example ',
      domain: 'Corp.Example',
      approvedDomains: ['Bücher.example', 'corp.example', 'corp.example', ' '],
      ca: der,
    });
    expect(changed).toMatchObject({
      settings: {
        server: 'mail.corp.example',
        domain: 'corp.example',
        approvedDomains: ['xn--bcher-kva.example', 'corp.example'],
        ca: expect.stringContaining('-----BEGIN CERTIFICATE-----'),
      },
    });
    expect(await store.change({ server: '', domain: ' ', approvedDomains: [], ca: '' })).toEqual({ settings: usual });
  });

  it.each([
    [{ server: 'smtp://mail' }, 'server', 'server-with-scheme', 'smtp://mail'],
    [{ domain: 'a..b' }, 'domain', 'not-a-domain', 'a..b'],
    [{ approvedDomains: ['corp.example', '*'] }, 'approvedDomains', 'not-a-domain', '*'],
    [{ ca: 'a letter' }, 'ca', 'no-certificate', 'a letter'],
    [{ ca: '-----BEGIN PRIVATE KEY-----' }, 'ca', 'private-key', '-----BEGIN PRIVATE KEY-----'],
  ])('refuse %j, say which setting, what and why, and stay as they were', async (patch, field, flaw, value) => {
    const store = await open();
    await store.change({ timeout: 30 });
    const answer = await store.change({ ...patch, timeout: 10 });
    expect(answer).toEqual({ invalid: [{ field, flaw, value }] });
    expect(settingsChangeSchema.safeParse(answer).error).toBeUndefined();
    expect(store.get()).toEqual({ ...usual, timeout: 30 });
    expect(stored()).toEqual({ timeout: 30 });
  });

  it('say everything that is wrong with a change, not only the first', async () => {
    const answer = await (await open({ locked: { timeout: 30 } })).change({ server: 'a:1', domain: '-', timeout: 60 });
    expect(answer).toMatchObject({ invalid: [{ field: 'server' }, { field: 'domain' }, { field: 'timeout' }] });
  });

  it('stay as they were when the disk does not take them, and say which file it is', async () => {
    const said: string[] = [];
    const store = await open({}, (sentence) => said.push(sentence));
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'a file where the folder was');
    const answer = await store.change({ timeout: 30 });
    expect(answer).toEqual({ unstored: { file: file(), reason: 'other' } });
    expect(settingsChangeSchema.safeParse(answer).error).toBeUndefined();
    expect(store.get()).toEqual(usual);
    expect(said).toEqual([expect.stringMatching(/could not be written: E\w+\./)]);
  });

  it.each([
    ['ENOSPC', 'no-room'],
    ['EROFS', 'not-allowed'],
    ['EACCES', 'not-allowed'],
    ['EIO', 'other'],
  ])('tell a disk that answers %s apart: %s', (code, reason) => {
    expect(whyUnstored(Object.assign(new Error(), { code }))).toEqual({ code, reason });
  });
});

describe('a damaged file of settings', () => {
  it.each(['{ "timeout": 30', '[]', '{ "timeout": "30" }', '{ "server": "smtp://mail" }', 'null', ''])(
    'such as “%s” is put aside, which the log says, and the usual settings hold',
    async (text) => {
      writeFileSync(file(), text);
      const said: string[] = [];
      expect((await open({}, (sentence) => said.push(sentence))).get()).toEqual(usual);
      expect(readFileSync(join(folder, 'settings.damaged-1.json'), 'utf8')).toBe(text);
      expect(readdirSync(folder)).toEqual(['settings.damaged-1.json']);
      expect(said).toEqual([expect.stringContaining('settings.damaged-1.json')]);
    },
  );

  it('does not take the place of one that was put aside before', async () => {
    for (const text of ['first', 'second']) {
      writeFileSync(file(), text);
      await open();
    }
    expect(readFileSync(join(folder, 'settings.damaged-1.json'), 'utf8')).toBe('first');
    expect(readFileSync(join(folder, 'settings.damaged-2.json'), 'utf8')).toBe('second');
  });

  it('is none for having what a newer version wrote', async () => {
    writeFileSync(file(), JSON.stringify({ timeout: 30, colours: 'many' }));
    expect((await open()).get()).toEqual({ ...usual, timeout: 30 });
  });
});

describe('a policy', () => {
  const ca = { file: '/etc/waypost/ca.pem', pem };

  it('that pre-sets stands in for what nobody has chosen', async () => {
    const preset = { server: 'mail', domain: 'corp.example', approvedDomains: ['corp.example'], ca, timeout: 90 };
    const store = await open({ preset: { ...preset, language: 'de', updates: true } });
    expect(store.get()).toEqual({ ...usual, ...preset, ca: pem, language: 'de', checkForUpdates: true });
    expect(await store.change({ server: 'other', approvedDomains: [] })).toMatchObject({
      settings: { server: 'other', approvedDomains: [], domain: 'corp.example' },
    });
    expect(stored()).toEqual({ server: 'other', approvedDomains: [] });
  });

  it('that locks holds against what was chosen before, which comes back with its end', async () => {
    await (await open()).change({ server: 'mine', timeout: 30 });
    expect((await open({ locked: { server: 'mail' } })).get()).toEqual({ ...usual, server: 'mail', timeout: 30 });
    expect((await open()).get()).toEqual({ ...usual, server: 'mine', timeout: 30 });
  });

  it.each([
    [{ server: 'mail' }, { server: 'other' }],
    [{ domain: 'corp.example' }, { domain: '' }],
    [{ approvedDomains: ['corp.example'] }, { approvedDomains: ['corp.example', 'other.example'] }],
    [{ ca }, { ca: '' }],
    [{ timeout: 30 }, { timeout: 60 }],
    [{ language: 'de' as const }, { language: 'en' as const }],
    [{ updates: false }, { checkForUpdates: true }],
  ])('that locks %j refuses %j', async (locked, patch) => {
    const store = await open({ locked });
    const before = store.get();
    const [field] = Object.keys(patch);
    expect(await store.change(patch)).toEqual({ invalid: [{ field, flaw: 'locked', value: '' }] });
    expect(store.get()).toEqual(before);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that locks lets the same value pass, and everything else change', async () => {
    const store = await open({ locked: { server: 'mail' } });
    expect(await store.change({ server: 'MAIL', timeout: 30 })).toMatchObject({
      settings: { server: 'mail', timeout: 30 },
    });
  });
});
