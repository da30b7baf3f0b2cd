import { describe, expect, it } from 'vitest';
import type { Opened, WaypostBridge } from '../../../electron/contract.ts';
import { dealParts } from '../../../electron/opened/index.ts';
import { readReportFile } from '../../../renderer/diagnosis/replay/read-file.ts';
import { fetchOpened } from '../../../renderer/run/opened.ts';
import { type RunEvent, replay } from '../../../src/run/index.ts';
import { manyEvents } from '../../bench/app/many-events.ts';

const many = manyEvents();
const going = new AbortController().signal;

/** A main process that holds one run, and tells before each further part. */
function mainWith(events: readonly RunEvent[], asked: () => void = () => {}) {
  const parts = dealParts();
  const bridge = {
    call: async (_name: string, ticket: string) => {
      asked();
      return parts.next(ticket);
    },
  } as unknown as WaypostBridge;
  return { bridge, opened: parts.first({ kind: 'events', events }), parts };
}

describe('a run of ten thousand events', () => {
  it('is folded whole and in order', async () => {
    const { opened, bridge } = mainWith(many);
    const fetched = await fetchOpened(opened, bridge, going);
    expect(fetched?.events).toEqual(many);
    expect(fetched?.state.report).toEqual(replay(many));
  });

  it('is not fetched any further when something else is shown', async () => {
    const stopped = new AbortController();
    let calls = 0;
    const { opened, bridge } = mainWith(many, () => {
      calls += 1;
      if (calls === 3) stopped.abort();
    });
    expect(await fetchOpened(opened, bridge, stopped.signal)).toBeNull();
    expect(calls).toBe(3);
  });

  it('is not shown in part when the rest of it has been let go of', async () => {
    const { opened, bridge, parts } = mainWith(many);
    for (let i = 0; i < 2; i++) parts.first({ kind: 'events', events: many });
    expect(await fetchOpened(opened, bridge, going)).toBeNull();
  });
});

it('shows a report without its events, and nothing of a file that could not be read', async () => {
  const { bridge } = mainWith([]);
  const report = replay(many);
  const opened: Opened = { kind: 'report', report };
  expect(await fetchOpened(opened, bridge, going)).toMatchObject({ state: { report }, events: [] });
  expect(await fetchOpened({ kind: 'unreadable', reason: 'too-large' }, bridge, going)).toBeNull();
});

it('says of a file over the limit that it is too large, and reads nothing of it', async () => {
  const read: string[] = [];
  const file = { size: 67_108_865, text: async () => read.push('text') } as unknown as File;
  const { bridge } = mainWith(many, () => read.push('asked'));
  expect(await readReportFile(file, bridge)).toEqual({ kind: 'unreadable', reason: 'too-large' });
  expect(read).toEqual([]);
});
