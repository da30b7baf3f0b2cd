import { readFile } from 'node:fs/promises';
import type { RunEvent } from '../../src/run/index.ts';
import type { HistoryEntry } from '../contract.ts';
import type { Whole } from '../opened/index.ts';
import { readEvents } from './event-file.ts';
import { filesIn, type KeptFile, pathOf, removeFiles } from './folder.ts';
import { surplus } from './prune.ts';
import { type RunRecord, recordTo } from './record.ts';
import { summaryIn } from './summary.ts';

export interface History {
  /** Takes the events of a run as they happen. */
  record(run: string): RunRecord;
  /** Newest first. */
  list(): Promise<HistoryEntry[]>;
  open(run: string): Promise<Whole>;
  /** Deletes one run, or all. */
  remove(run: string): Promise<void>;
}

const limits = { runs: 200, bytes: 50_000_000 };
/** Runs that can still be opened while the program runs, though none are kept. */
const mostInMemory = 4;

/**
 * The runs of this machine, a file of events each. They hold no secret, since none gets into an event.
 *
 * @param folder made when it is needed
 * @param keepDays days that a run is kept; 0: none is, and the last few can be opened only until the program ends
 */
export function openHistory(folder: string, keepDays: () => number, now: () => number = Date.now): History {
  const summaries = new Map<string, { readonly of: KeptFile; readonly entry: HistoryEntry | null }>();
  const inMemory = new Map<string, RunEvent[]>();
  const open = new Set<string>();

  const prune = async () => {
    const closed = (await filesIn(folder)).filter(({ run }) => !open.has(run));
    const removed = surplus(closed, { ...limits, days: keepDays() }, now());
    for (const { run } of removed) summaries.delete(run);
    await removeFiles(removed);
  };
  const entryOf = async (file: KeptFile): Promise<HistoryEntry | null> => {
    const known = summaries.get(file.run);
    if (known?.of.size === file.size && known.of.changedAt === file.changedAt) return known.entry;
    const entry = summaryIn(await readFile(file.path, 'utf8').catch(() => ''));
    summaries.set(file.run, { of: file, entry });
    return entry;
  };
  const remember = (run: string): RunRecord => {
    const events: RunEvent[] = [];
    inMemory.set(run, events);
    for (const oldest of [...inMemory.keys()].slice(0, -mostInMemory)) inMemory.delete(oldest);
    return { add: (more) => void events.push(...more), end: () => {} };
  };

  return {
    record(run) {
      const path = pathOf(folder, run);
      if (path === null || keepDays() === 0) return remember(run);
      open.add(run);
      return recordTo(path, () => {
        open.delete(run);
        void prune().catch(() => {});
      });
    },
    async list() {
      await prune();
      const entries: HistoryEntry[] = [];
      for (const file of await filesIn(folder)) {
        const entry = await entryOf(file);
        if (entry?.run === file.run) entries.push(entry);
      }
      return entries.sort((a, b) => b.startedAt.localeCompare(a.startedAt));
    },
    async open(run) {
      const kept = inMemory.get(run);
      if (kept) return openedOf(kept);
      const path = pathOf(folder, run);
      return openedOf(path === null ? [] : readEvents(await readFile(path, 'utf8').catch(() => '')).events);
    },
    async remove(run) {
      const chosen = (await filesIn(folder)).filter((file) => run === 'all' || file.run === run);
      for (const one of run === 'all' ? [...inMemory.keys()] : [run]) inMemory.delete(one);
      await removeFiles(chosen.filter((file) => !open.has(file.run)));
    },
  };
}

function openedOf(events: readonly RunEvent[]): Whole {
  return events.length === 0 ? { kind: 'unreadable', reason: 'gone' } : { kind: 'events', events };
}
