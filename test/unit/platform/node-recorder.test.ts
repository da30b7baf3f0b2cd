import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeRecorder, readOsDns, readTrustStore } from '../../../src/platform/index.ts';
import { NEVER } from './recorded-machine.ts';

const folder = mkdtempSync(join(tmpdir(), 'waypost-recorder-'));
afterAll(() => rmSync(folder, { recursive: true }));

const recorder = nodeRecorder();
const unix = process.platform !== 'win32';

describe('the recorder of this machine', () => {
  test('reads a file, follows a link, and answers null for what is not there or no file', async () => {
    const path = join(folder, 'one');
    writeFileSync(path, 'text');
    symlinkSync(path, join(folder, 'link'));
    expect(await recorder.readFile(path)).toBe('text');
    expect(await recorder.realPath(join(folder, 'link'))).toBe(await recorder.realPath(path));
    expect(await recorder.readFile(join(folder, 'gone'))).toBeNull();
    expect(await recorder.readFile(folder)).toBeNull();
    expect(await recorder.realPath(join(folder, 'gone'))).toBeNull();
    expect(await recorder.list(join(folder, 'gone'))).toEqual([]);
  });

  test.runIf(unix)('never reads a device, which may have no end', async () => {
    expect(await recorder.readFile('/dev/zero')).toBeNull();
  });

  test('answers null for a tool that is not there', async () => {
    expect(await recorder.run('waypost-no-such-tool', [], { timeout: 1000 })).toBeNull();
  });

  test.runIf(unix)('runs a system tool without a shell, untranslated', async () => {
    expect(await recorder.run('printf', ['%s', '$HOME; `id`'], { timeout: 5000 })).toBe('$HOME; `id`');
    expect(await recorder.run('env', [], { timeout: 5000 })).toMatch(/^LC_ALL=C$/m);
  });

  test.runIf(unix)('answers null for a tool that fails', async () => {
    expect(await recorder.run('false', [], { timeout: 5000 })).toBeNull();
  });

  test.runIf(unix)('ends a tool that takes too long', async () => {
    const started = Date.now();
    expect(await recorder.run('sleep', ['20'], { timeout: 50 })).toBeNull();
    expect(Date.now() - started).toBeLessThan(5000);
  });

  test.runIf(unix)('ends a tool when its run is cancelled', async () => {
    const cancel = new AbortController();
    const running = recorder.run('sleep', ['20'], { timeout: 20_000, signal: cancel.signal });
    cancel.abort();
    expect(await running).toBeNull();
  });

  test.runIf(unix)('ends a tool that prints without end', async () => {
    expect(await recorder.run('yes', [], { timeout: 20_000 })).toBeNull();
  });
});

test('this very machine has a DNS server and a trust store', async () => {
  const config = await readOsDns(recorder, NEVER);
  expect(config.servers.length).toBeGreaterThan(0);
  const store = await readTrustStore(recorder, NEVER);
  expect(store.certificates.length).toBeGreaterThan(0);
});
