import { describe, expect, it, vi } from 'vitest';
import { calls } from '../../../../electron/contract.ts';
import { replay } from '../../../../src/run/index.ts';
import { recordedEvents } from '../../../fakes/recorded-run.ts';
import { accepted, stageRuns, typed } from './stage.ts';

describe('a run', () => {
  it('tells the window and the history all of its events in their order', async () => {
    const stage = stageRuns();
    stage.plays(accepted);
    const run = await stage.finish();
    const events = recordedEvents([accepted]).map((event) => ({ ...event, run }));
    expect(stage.batches.flat()).toEqual(events);
    expect(stage.kept).toEqual(events);
  });

  it('gives its engine the password once, and nobody else', async () => {
    const stage = stageRuns();
    await stage.finish();
    expect(stage.given()).toEqual({ password: 'pass-word-1', relayPassword: null });
    expect(stage.engines[0]?.commands.filter(({ type }) => type === 'run')).toHaveLength(1);
    expect(JSON.stringify([stage.batches, stage.kept])).not.toContain('pass-word-1');
  });

  it('gives no password to an engine that needs none', async () => {
    const stage = stageRuns();
    await stage.finish({ asked: { goal: 'resolve', server: 'mail' } });
    expect(stage.given()).toEqual({ password: null, relayPassword: null });
  });

  it('is not started with a form that is wrong; all that is wrong is said at once', async () => {
    const stage = stageRuns(async () => ({ invalid: [{ field: 'user', flaw: 'not-a-user', value: '@' }] }));
    const answer = await stage.start({ password: typed(' ') });
    expect(answer).toEqual({
      invalid: [
        { field: 'user', flaw: 'not-a-user', value: '@' },
        { field: 'password', flaw: 'unusable-password', value: '' },
      ],
    });
    expect(stage.engines).toEqual([]);
  });

  it('leaves others alone: four may go on at once, a fifth is not started', async () => {
    const stage = stageRuns();
    stage.hangs();
    for (let i = 0; i < 4; i += 1) expect(await stage.start()).toHaveProperty('run');
    const answer = await stage.start();
    expect(answer).toEqual({ tooMany: 4 });
    expect(calls['run.start'].gives.safeParse(answer).success).toBe(true);
    expect(stage.engines).toHaveLength(4);
    stage.runs.stop();
    expect(stage.engines.every(({ killed }) => killed)).toBe(true);
  });
});

describe('an engine in trouble', () => {
  it('ends its run as inconclusive when it says what no engine says', async () => {
    const stage = stageRuns();
    stage.hangs();
    const run = await stage.begin();
    for (const message of [null, 7, { type: 'event', event: {} }]) stage.engines[0]?.say(message);
    await stage.ended(run);
    const report = replay(stage.kept);
    expect(report).toMatchObject({ outcome: 'inconclusive', problem: { code: 'run.engine-stopped' } });
    await vi.waitFor(() => expect(stage.engines[0]?.killed).toBe(true));
  });

  it('ends its run as inconclusive when it has crashed', async () => {
    const stage = stageRuns();
    stage.hangs();
    const run = await stage.begin();
    stage.engines[0]?.end();
    expect(await stage.ended(run)).toMatchObject({ outcome: 'inconclusive' });
  });

  it('is ended within a second by whoever cancels, though it does not listen', async () => {
    const stage = stageRuns();
    stage.hangs();
    const run = await stage.begin();
    const cancelledAt = performance.now();
    stage.runs.cancel(run);
    expect(stage.engines[0]?.commands.at(-1)).toEqual({ type: 'cancel' });
    expect(await stage.ended(run)).toMatchObject({ outcome: 'cancelled' });
    expect(performance.now() - cancelledAt).toBeLessThan(1_000);
    await vi.waitFor(() => expect(stage.engines[0]?.killed).toBe(true));
  });

  it('is nothing that an unknown run could be cancelled for', () => {
    expect(() => stageRuns().runs.cancel('00000000-0000-4000-8000-000000000000')).not.toThrow();
  });
});
