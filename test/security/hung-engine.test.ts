// Threat: a malformed answer from a server makes a parser loop for ever (it has been done to a library that we use).
// Then no timer, deadline or signal handler in the same event loop works any more: a program that runs its parsers
// there ignores Ctrl-C and has to be killed, and whatever it was started by waits for it.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replay } from '../../src/run/index.ts';
import { bundleCli } from '../fakes/bundled-cli.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-test-'));
  await bundleCli(join(folder, 'cli.mjs'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  /** Milliseconds from the signal to the end. */
  readonly took: number;
}

/** Starts a run in a hung engine, waits for its first event, sends the signals, and waits for the end. */
async function interrupt(...signals: NodeJS.Signals[]): Promise<Ended> {
  const engine = fileURLToPath(new URL('../fakes/engines/spinning.mjs', import.meta.url));
  const child = spawn(process.execPath, [join(folder, 'cli.mjs'), engine, 'resolve', 'mail', '--json-lines']);
  let out = '';
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
      if (out.includes('probe-started')) resolve();
    });
  });
  const start = performance.now();
  const ended = endOf(child);
  for (const signal of signals) {
    child.kill(signal);
    // Two signals of one kind that come together are one.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { code: await ended, out, took: performance.now() - start };
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', resolve));
}

describe('a run whose engine hangs', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends within a second of %s, as cancelled and with a whole report',
    async (signal) => {
      const { code, out, took } = await interrupt(signal);
      expect(code).toBe(130);
      expect(took).toBeLessThan(1_000);
      const report = replay(
        out
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line)),
      );
      expect(report.outcome).toBe('cancelled');
      expect(report.probes.map(({ outcome }) => outcome)).toEqual(['unknown', 'skipped']);
    },
  );

  it('ends at once when Ctrl-C comes twice', async () => {
    const { code, took } = await interrupt('SIGINT', 'SIGINT');
    expect(code).toBe(130);
    expect(took).toBeLessThan(500);
  });
});
