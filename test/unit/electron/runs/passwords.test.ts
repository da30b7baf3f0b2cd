import { describe, expect, it, vi } from 'vitest';
import { Secret } from '../../../../src/core/index.ts';
import { accepted, none, refusedByRelay, rejected, remembered, sameAs, stageRuns, typed } from './stage.ts';

const alice = 'alice@corp.example';
const missing = (field: string) => ({ invalid: [{ field, flaw: 'missing', value: '' }] });

describe('the password of an earlier run', () => {
  it('is used again without being typed, as often as the person has to decide something', async () => {
    const stage = stageRuns();
    const first = await stage.finish();
    const second = await stage.finish({ password: sameAs(first) });
    await stage.finish({ password: sameAs(second) });
    expect(stage.given()).toEqual({ password: 'pass-word-1', relayPassword: null });
  });

  it('is asked for anew once it was let go of, or when there is no such run', async () => {
    const stage = stageRuns();
    const first = await stage.finish();
    stage.runs.forget(first);
    expect(await stage.start({ password: sameAs(first) })).toEqual(missing('password'));
    expect(await stage.start({ password: sameAs('00000000-0000-4000-8000-000000000000') })).toEqual(
      missing('password'),
    );
    expect(stage.engines).toHaveLength(1);
  });

  it('is gone as soon as the directory has refused it, whichever run it was first typed for', async () => {
    const stage = stageRuns();
    const first = await stage.finish();
    stage.plays(rejected);
    const second = await stage.finish({ password: sameAs(first) });
    for (const run of [first, second])
      expect(await stage.start({ password: sameAs(run) })).toEqual(missing('password'));
    expect(stage.engines).toHaveLength(2);
  });

  it('is never again for the relay that has refused it, but still for the directory', async () => {
    const stage = stageRuns();
    stage.plays(accepted, refusedByRelay);
    const first = await stage.finish();
    expect(await stage.start({ password: sameAs(first) })).toEqual(missing('password'));
    await stage.finish({ password: sameAs(first), asked: { goal: 'sign-in' } });
    const own = { asked: { relayUser: 'relay-alice' }, password: sameAs(first), relayPassword: typed('relay-word-2') };
    const second = await stage.finish(own);
    expect(stage.given()).toEqual({ password: 'pass-word-1', relayPassword: 'relay-word-2' });
    // That run's relay has refused its own password.
    const again = { ...own, password: sameAs(second), relayPassword: sameAs(second) };
    expect(await stage.start(again)).toEqual(missing('relayPassword'));
  });

  it('is kept of the last four runs', async () => {
    const stage = stageRuns();
    const runs: string[] = [];
    for (let i = 0; i < 5; i += 1) runs.push(await stage.finish());
    const [first = '', second = ''] = runs;
    expect(await stage.start({ password: sameAs(first) })).toEqual(missing('password'));
    expect(await stage.start({ password: sameAs(second) })).toHaveProperty('run');
  });

  it('is gone with the program', async () => {
    const stage = stageRuns();
    const first = await stage.finish();
    stage.runs.stop();
    expect(await stage.start({ password: sameAs(first) })).toEqual(missing('password'));
  });
});

describe('a remembered password', () => {
  it('is stored, still closed, once the directory has accepted it', async () => {
    const stage = stageRuns();
    stage.plays(accepted);
    await stage.finish({ remember: true });
    await vi.waitFor(() => expect(stage.stored.get(alice)).toBeInstanceOf(Secret));
  });

  it.each([
    ['refused', rejected],
    ['not asked', { id: 'dns.name', outcome: 'failed' } as const],
  ])('is not stored when the directory has %s', async (_what, probe) => {
    const stage = stageRuns();
    stage.plays(probe);
    await stage.finish({ remember: true });
    await stage.finish();
    expect(stage.stored.size).toBe(0);
  });

  it('is not stored when nobody asked for that', async () => {
    const stage = stageRuns();
    stage.plays(accepted);
    await stage.finish();
    await stage.finish();
    expect(stage.stored.size).toBe(0);
  });

  it('is used instead of a typed one, and asked for when there is none', async () => {
    const stage = stageRuns();
    expect(await stage.start({ password: remembered })).toEqual(missing('password'));
    stage.stored.set(alice, new Secret('stored-word-3'));
    await stage.finish({ password: remembered });
    expect(stage.given()).toEqual({ password: 'stored-word-3', relayPassword: null });
  });

  it('is forgotten when the directory refuses it, also in a run that took it from an earlier one', async () => {
    const stage = stageRuns();
    stage.stored.set(alice, new Secret('stored-word-3'));
    const first = await stage.finish({ password: remembered });
    expect(stage.stored.size).toBe(1);
    stage.plays(rejected);
    await stage.finish({ password: sameAs(first) });
    await vi.waitFor(() => expect(stage.stored.size).toBe(0));
  });

  it('stays when it was another one, typed by mistake, that was refused', async () => {
    const stage = stageRuns();
    stage.stored.set(alice, new Secret('stored-word-3'));
    stage.plays(rejected);
    await stage.finish({ password: typed('a-slip') });
    await stage.finish({ password: typed('another-slip') });
    expect(stage.stored.size).toBe(1);
  });

  it('of the relay is forgotten when the relay refuses it, and the directory’s stays', async () => {
    const stage = stageRuns();
    stage.stored.set(alice, new Secret('stored-word-3'));
    stage.stored.set('relay-alice', new Secret('relay-word-2'));
    stage.plays(accepted, refusedByRelay);
    await stage.finish({ asked: { relayUser: 'relay-alice' }, password: remembered, relayPassword: remembered });
    await vi.waitFor(() => expect([...stage.stored.keys()]).toEqual([alice]));
  });
});

describe('a password that is not given', () => {
  it('is asked for before anything is started, each one by its field', async () => {
    const stage = stageRuns();
    const answer = await stage.start({ asked: { relayUser: 'relay-alice' }, password: none, relayPassword: none });
    expect(answer).toEqual({ invalid: [...missing('password').invalid, ...missing('relayPassword').invalid] });
    expect(stage.engines).toEqual([]);
  });
});
