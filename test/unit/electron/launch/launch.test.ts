import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileOfSecondStart, openedFile, readCommandLine } from '../../../../electron/launch/index.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-launch-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('knows --demo and a file, and leaves Chromium its switches', () => {
  const read = (...words: string[]) => readCommandLine(['/opt/waypost', ...words], true, '/home/alice');
  expect(read()).toEqual({ demo: false, file: null });
  expect(read('--demo')).toEqual({ demo: true, file: null });
  expect(read('--no-sandbox', 'report.json')).toEqual({ demo: false, file: resolve('/home/alice', 'report.json') });
  expect(read('/tmp/report.json', '--demo')).toEqual({ demo: true, file: resolve('/tmp/report.json') });
});

it('does not take the program’s own folder for a file', () => {
  const read = (...words: string[]) => readCommandLine(['electron', ...words], false, '/home/alice');
  expect(read('.')).toEqual({ demo: false, file: null });
  expect(read('--no-sandbox', '/src/app', 'run.jsonl').file).toBe(resolve('/home/alice', 'run.jsonl'));
});

it.each([
  null,
  undefined,
  7,
  {},
  { file: 7 },
  { file: '' },
  { file: 'a\0b' },
  { file: 'x'.repeat(5_000) },
  { file: null },
])('opens nothing when a second start tells %j', (told) => {
  expect(fileOfSecondStart(told)).toBeNull();
});

it('opens the file that a second start was given', () => {
  expect(fileOfSecondStart({ file: '/home/alice/report.json' })).toBe('/home/alice/report.json');
});

const gone = { kind: 'unreadable', reason: 'gone' } as const;
const parsed = { kind: 'unreadable', reason: 'not-json' } as const;

it('reads the file that the program was opened with, and the next one', async () => {
  const [one, two] = [join(folder, 'one.json'), join(folder, 'two.json')];
  await writeFile(one, 'one');
  await writeFile(two, 'two');
  const texts: string[] = [];
  const read = (text: string) => {
    texts.push(text);
    return parsed;
  };
  const opened = openedFile(one);
  let told = 0;
  opened.onSet(() => told++);
  expect(await opened.read(read)).toEqual({ file: one, opened: parsed });
  opened.set(two);
  expect(told).toBe(1);
  await opened.read(read);
  expect(texts).toEqual(['one', 'two']);
});

it('has nothing to read when there was no file', async () => {
  const opened = openedFile(null);
  expect(opened.isThere()).toBe(false);
  expect(await opened.read(() => parsed)).toBeNull();
});

it('says of which file it is and why it cannot be read', async () => {
  const missing = join(folder, 'missing.json');
  expect(await openedFile(missing).read(() => parsed)).toEqual({ file: missing, opened: gone });
  expect(await openedFile(folder).read(() => parsed)).toEqual({
    file: folder,
    opened: { kind: 'unreadable', reason: 'not-ours' },
  });
  const large = join(folder, 'large.json');
  await writeFile(large, '');
  await truncate(large, 101);
  expect(await openedFile(large, 100).read(() => parsed)).toEqual({
    file: large,
    opened: { kind: 'unreadable', reason: 'too-large' },
  });
});

// For root, no file is closed.
it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('says of a file that it may not read', async () => {
  const closed = join(folder, 'closed.json');
  await writeFile(closed, '{}', { mode: 0 });
  expect(await openedFile(closed).read(() => parsed)).toMatchObject({ opened: { reason: 'not-allowed' } });
});
