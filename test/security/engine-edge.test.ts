// Threat: what parses a server's bytes is taken over or broken, and talks to the rest of the program: with messages that are
// none, with events of probes that are not in the plan, twice, or out of order. Or somebody else talks to the engine. The other
// side must neither fall, nor stand still, nor show success where there is none.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { startThread } from '../../src/cli/engine-thread.ts';
import { type EngineHost, engineLimits, hostEngine } from '../../src/engine-host/index.ts';
import { type RunEvent, replay } from '../../src/run/index.ts';
import { recordedEvents } from '../fakes/recorded-run.ts';
import { aRequest } from '../fakes/request.ts';
import { soundChain } from '../fakes/sample-chain.ts';

const limits = { ...engineLimits, start: 5_000, silence: 1_000 };

async function events(text: string): Promise<RunEvent[]> {
  const engine: EngineHost = hostEngine(
    startThread(new URL('../fakes/engines/babbling.mjs', import.meta.url), limits),
    '0',
    limits,
  );
  const request = aRequest({ message: { subject: null, text, attachments: [], dsn: false, requireTls: false } });
  const all: RunEvent[] = [];
  const command = { type: 'run', run: 'run', request, secrets: { password: null, relayPassword: null } } as const;
  for await (const event of engine.run(command, new AbortController().signal)) all.push(event);
  return all;
}

const recorded = recordedEvents(soundChain);
const base = { run: 'run', seq: 1, parent: 0, at: 1 };

describe('an engine that says', () => {
  it.each<[string, unknown[]]>([
    ['nothing that is a message', [null, 1, 'text', [], {}, { type: 'shell', command: 'reboot' }]],
    [
      'events that are none',
      [
        { type: 'event' },
        { type: 'event', event: null },
        { type: 'event', event: 'x' },
        { type: 'event', event: { type: 'x' } },
      ],
    ],
  ])('%s is not listened to', async (_what, garbage) => {
    expect(await events(JSON.stringify({ garbage, played: recorded }))).toEqual(recorded);
  });

  it('events of probes that nobody planned, or in the wrong order, changes nothing that is shown', () => {
    const chain = {};
    const strange = [
      { ...base, type: 'probe-started', probe: '__proto__' },
      {
        ...base,
        type: 'probe-finished',
        probe: 'x',
        outcome: 'passed',
        problems: [],
        because: null,
        startedAt: 0,
        duration: 0,
        chain,
      },
      { ...base, type: 'no-such-event' },
    ] as unknown as RunEvent[];
    expect(replay([...recorded.slice(0, -1), ...strange, ...recorded.slice(-1)])).toEqual(replay(recorded));
    expect(replay(recorded.slice(1, -1)).outcome).toBeNull();
    expect(({} as Record<string, unknown>)['outcome']).toBeUndefined();
  });
});

describe('the engine', () => {
  it('neither starts nor cancels anything for a message that is no command', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'waypost-test-'));
    const outfile = join(folder, 'engine.cjs');
    const root = new URL('../..', import.meta.url).pathname;
    await build({
      absWorkingDir: root,
      entryPoints: ['src/engine.ts'],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
      logLevel: 'error',
    });
    const worker = new Worker(outfile);
    const seen: RunEvent[] = [];
    const over = new Promise<void>((resolve, reject) => {
      worker.once('error', reject);
      worker.on('message', ({ event }) => {
        if (event) seen.push(event);
        if (event?.type === 'run-finished') resolve();
      });
    });
    for (const garbage of [null, undefined, 7, 'run', [], {}, { type: 'stop' }]) worker.postMessage(garbage);
    const request = aRequest({ goal: 'resolve', server: '127.0.0.1' });
    worker.postMessage({ type: 'run', run: 'only', request, secrets: { password: null, relayPassword: null } });
    for (const garbage of [null, { type: 'stop' }]) worker.postMessage(garbage);
    await over;
    expect(seen.at(-1)).toMatchObject({ type: 'run-finished', outcome: 'passed', run: 'only' });
    await worker.terminate();
    rmSync(folder, { recursive: true, force: true });
  });
});
