import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { kindOf, openLog } from '../../../../electron/logs/index.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-log-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const noon = () => new Date('2026-11-24T12:00:00Z');
const read = (name = 'waypost.log') => readFile(join(folder, name), 'utf8');

it('writes a sentence a line, with time, level and facts', async () => {
  const log = openLog(folder, undefined, noon);
  log.info('The engine started.', { ms: 120, spare: true });
  log.warn('A malformed call was refused.', { call: 'run.start' });
  expect(await read()).toBe(
    '2026-11-24T12:00:00.000Z info  The engine started. ms=120 spare=true\n' +
      '2026-11-24T12:00:00.000Z warn  A malformed call was refused. call=run.start\n',
  );
});

it('does not write what is no id, code or name of the program', async () => {
  const log = openLog(folder, undefined, noon);
  log.error('A call failed.', {
    code: 'a pass word',
    user: 'alice@corp.example',
    forged: 'x\n2026 info  All is well.',
  });
  expect(await read()).toBe(
    '2026-11-24T12:00:00.000Z error A call failed. code=(not logged) user=(not logged) forged=(not logged)\n',
  );
});

it('says of an error what kind it was, and not its message', () => {
  const error = Object.assign(new RangeError('alice'), { code: 'ENOENT' });
  expect(kindOf(error)).toEqual({ kind: 'RangeError', code: 'ENOENT' });
  expect(kindOf('alice')).toEqual({ kind: 'string', code: 'none' });
  expect(kindOf(null)).toEqual({ kind: 'object', code: 'none' });
});

it('begins a new file when one is full, and keeps as many as it may', async () => {
  const log = openLog(folder, { size: 200, files: 3 }, noon);
  for (let n = 0; n < 40; n++) log.info('Something happened.', { n });
  expect((await readdir(folder)).sort()).toEqual(['waypost.1.log', 'waypost.2.log', 'waypost.log']);
  for (const name of await readdir(folder)) expect((await stat(join(folder, name))).size).toBeLessThanOrEqual(200);
  expect(await read()).toContain('n=39');
  expect(await read('waypost.1.log')).not.toContain('n=39');
});

it('goes on in the file of the last start', async () => {
  openLog(folder, { size: 150, files: 2 }, noon).info('First start.');
  openLog(folder, { size: 150, files: 2 }, noon).info('Second start.');
  expect((await read()).split('\n')).toHaveLength(3);
  openLog(folder, { size: 150, files: 2 }, noon).info('A line that has no room in there any more, long as it is.');
  expect(await read('waypost.1.log')).toContain('Second start.');
});

it('never fails, and goes on once it can write again', async () => {
  const blocked = join(folder, 'file');
  await writeFile(blocked, '');
  const log = openLog(join(blocked, 'logs'), undefined, noon);
  log.info('Nobody can read this.');
  await rm(blocked);
  log.info('But this.');
  expect(existsSync(join(blocked, 'logs', 'waypost.log'))).toBe(true);
});

it.skipIf(process.platform === 'win32')('is nobody else’s to read', async () => {
  openLog(folder, undefined, noon).info('Started.');
  expect((await stat(join(folder, 'waypost.log'))).mode & 0o077).toBe(0);
});
