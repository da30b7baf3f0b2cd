import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openHistory } from '../../../../electron/history/index.ts';
import type { RunEvent } from '../../../../src/run/index.ts';
import { canary, formsOf, hostileWorld } from '../../../fakes/hostile-world.ts';
import { type RecordedProbe, recordedEvents } from '../../../fakes/recorded-run.ts';
import { soundChain } from '../../../fakes/sample-chain.ts';

let parent = '';
let folder = '';
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'waypost-history-'));
  folder = join(parent, 'history');
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const broken: RecordedProbe = {
  id: 'dns.name',
  outcome: 'failed',
  problems: [{ code: 'dns.name-not-found', args: { name: 'mail' }, evidence: [], remedies: [] }],
};

function eventsOf(run: string, startedAt = '2026-11-24T08:00:00.000Z', probes = soundChain): RunEvent[] {
  return recordedEvents(probes, { options: { server: 'mail', user: 'alice@corp.example' } }).map((event) =>
    event.type === 'run-started' ? { ...event, run, startedAt } : { ...event, run },
  );
}

function keep(days: number) {
  const history = openHistory(folder, () => days);
  return {
    ...history,
    put(startedAt?: string, probes?: readonly RecordedProbe[]) {
      const run = randomUUID();
      const events = eventsOf(run, startedAt, probes);
      const record = history.record(run);
      record.add(events.slice(0, 3));
      record.add(events.slice(3));
      record.end();
      return { run, events, path: join(folder, `${run}.ndjson`) };
    },
  };
}

describe('the history', () => {
  it('is empty where there has been no run', async () => {
    expect(await keep(30).list()).toEqual([]);
  });

  it('opens a run as it happened, also after the program was started anew', async () => {
    const { run, events } = keep(30).put();
    expect(await keep(30).open(run)).toEqual({ kind: 'events', events });
  });

  it('lists runs with what was asked and how they ended, newest first', async () => {
    const history = keep(30);
    const first = history.put('2026-11-24T08:00:00.000Z');
    const second = history.put('2026-11-24T09:00:00.000Z', [broken]);
    const asked = { goal: 'diagnose', server: 'mail', user: 'alice@corp.example', outcome: 'passed', duration: 310 };
    expect(await history.list()).toEqual([
      {
        ...asked,
        run: second.run,
        startedAt: '2026-11-24T09:00:00.000Z',
        problem: { code: 'dns.name-not-found', args: { name: 'mail' } },
      },
      { ...asked, run: first.run, startedAt: '2026-11-24T08:00:00.000Z', problem: null },
    ]);
  });

  it('has every event on the disk as soon as it was told, for its owner only', async () => {
    const run = randomUUID();
    const record = keep(30).record(run);
    const events = eventsOf(run);
    record.add(events.slice(0, 2));
    const path = join(folder, `${run}.ndjson`);
    expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(2);
    if (process.platform !== 'win32') {
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
    }
    expect(await keep(30).open(run)).toEqual({ kind: 'events', events: events.slice(0, 2) });
    expect(await keep(30).list()).toMatchObject([{ run, outcome: null, duration: null }]);
  });

  it('opens a damaged run as far as it goes, and lists it without an end', async () => {
    const history = keep(30);
    const { run, events, path } = history.put();
    await truncate(path, (await stat(path)).size - 30);
    expect(await history.open(run)).toEqual({ kind: 'events', events: events.slice(0, -1) });
    expect(await history.list()).toMatchObject([{ run, outcome: null }]);
    await writeFile(path, 'x');
    expect(await history.open(run)).toEqual({ kind: 'unreadable', reason: 'gone' });
    expect(await history.list()).toEqual([]);
  });

  it('lists a run that goes on anew', async () => {
    const history = keep(30);
    const run = randomUUID();
    const events = eventsOf(run);
    const record = history.record(run);
    record.add(events.slice(0, 3));
    expect(await history.list()).toMatchObject([{ outcome: null }]);
    record.add(events.slice(3));
    record.end();
    expect(await history.list()).toMatchObject([{ outcome: 'passed' }]);
  });

  it('deletes one run, or all, and then they are gone', async () => {
    const history = keep(30);
    const [first, second] = [history.put(), history.put()];
    await history.remove(first.run);
    expect(await history.open(first.run)).toEqual({ kind: 'unreadable', reason: 'gone' });
    expect(await history.list()).toMatchObject([{ run: second.run }]);
    await history.remove('all');
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(['../secrets', '..', 'settings.json', '', `${'0'.repeat(8)}-x`])(
    'makes no path of what is no run (%s)',
    async (run) => {
      const history = keep(30);
      await writeFile(join(parent, 'secrets.ndjson'), 'untouched');
      expect(await history.open(run)).toEqual({ kind: 'unreadable', reason: 'gone' });
      await history.remove(run);
      history.record(run).add(eventsOf(randomUUID()));
      expect(await readdir(parent)).toEqual(['secrets.ndjson']);
    },
  );

  it('goes on without a record where the folder cannot be made', async () => {
    await writeFile(folder, 'a file is in the way');
    const history = keep(30);
    const { run } = history.put();
    expect(await history.open(run)).toEqual({ kind: 'unreadable', reason: 'gone' });
    expect(await history.list()).toEqual([]);
  });
});

describe('what is kept', () => {
  it('is no older than the settings say, and what else lies in the folder is left alone', async () => {
    const history = keep(30);
    const [old, recent] = [history.put(), history.put()];
    const days = (count: number) => new Date(Date.now() - count * 24 * 3_600_000);
    await utimes(old.path, days(31), days(31));
    await utimes(recent.path, days(29), days(29));
    await writeFile(join(folder, 'notes.txt'), 'mine');
    expect(await history.list()).toMatchObject([{ run: recent.run }]);
    expect((await readdir(folder)).sort()).toEqual([`${recent.run}.ndjson`, 'notes.txt'].sort());
  });

  it('is not more than 200 runs', async () => {
    const history = keep(30);
    for (let i = 0; i < 202; i += 1) history.put(undefined, [broken]);
    await vi.waitFor(async () => expect(await readdir(folder)).toHaveLength(200), 5_000);
  });

  it('is nothing when the settings say so; the last runs can be opened until the program ends', async () => {
    const history = keep(0);
    const { run, events } = history.put();
    expect(await readdir(parent)).toEqual([]);
    expect(await history.list()).toEqual([]);
    expect(await history.open(run)).toEqual({ kind: 'events', events });
    expect(await keep(0).open(run)).toEqual({ kind: 'unreadable', reason: 'gone' });
    for (let i = 0; i < 4; i += 1) history.put();
    expect(await history.open(run)).toEqual({ kind: 'unreadable', reason: 'gone' });
  });

  it('goes at once when nothing is to be kept any more', async () => {
    keep(30).put();
    await keep(0).list();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a password that a server repeats', () => {
  it('is not in the history in any form', async () => {
    const everything = formsOf(canary).slice(0, 8).join(' ');
    const echo = ({ write }: { write: (text: string) => void }, line: string) =>
      write(`535 5.7.8 you said ${line} ${everything}\r\n`);
    const world = await hostileWorld({ relay: { on: { AUTH: echo } } });
    try {
      const run = randomUUID();
      const record = keep(30).record(run);
      record.add((await world.run()).map((event) => ({ ...event, run })));
      record.end();
      const text = await readFile(join(folder, `${run}.ndjson`), 'utf8');
      expect(text).toContain('you said');
      for (const form of formsOf(canary)) expect(text.includes(form), form).toBe(false);
    } finally {
      await world.stop();
    }
  });
});
