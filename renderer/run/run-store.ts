import type { CallAnswer, CallArgument, WaypostBridge } from '../../electron/contract.ts';
import type { RunEvent } from '../../src/run/index.ts';
import { emptyRun, type FoldedRun, foldInSlices } from './fold.ts';

export interface RunSnapshot extends FoldedRun {
  /** null before the first run. */
  readonly id: string | null;
  readonly phase: 'idle' | 'starting' | 'running' | 'done';
}

type Invalid = Extract<CallAnswer<'run.start'>, { invalid: unknown }>['invalid'];

/** One run at a time, live: what a screen that starts runs subscribes to. */
export interface RunStore {
  get(): RunSnapshot;
  subscribe(changed: () => void): () => void;
  /** Starts a run, or answers with what is wrong with the form. A run that is going on, or about to, is cancelled. */
  start(argument: CallArgument<'run.start'>): Promise<Invalid | null>;
  cancel(): void;
  /**
   * Shows a run that this store did not start: another screen's, one of the history, or one read from a file. `id` is
   * null where the main process knows nothing of it.
   */
  show(run: FoldedRun, id: string | null): void;
  /** Back to before the first run; lets go of its passwords. */
  reset(): void;
}

const idle: RunSnapshot = { ...emptyRun, id: null, phase: 'idle' };

export function createRunStore(bridge: WaypostBridge): RunStore {
  const listeners = new Set<() => void>();
  let snapshot = idle;
  // Batches of one run are folded one after the other; a new run leaves the queue of the old one behind.
  let queue: Promise<void> = Promise.resolve();
  // Events may overtake the answer that names their run.
  const early = new Map<string, RunEvent[]>();
  // Counts what was asked for, so that an answer that came too late is known.
  let turn = 0;

  const set = (next: RunSnapshot) => {
    snapshot = next;
    for (const listener of listeners) listener();
  };
  const take = (run: string, events: readonly RunEvent[]) => {
    queue = queue.then(() =>
      snapshot.id !== run
        ? undefined
        : foldInSlices(snapshot, events, (folded) => {
            if (snapshot.id !== run) return;
            const over = folded.state.report.outcome !== null;
            set({ ...snapshot, ...folded, phase: over ? 'done' : 'running' });
          }),
    );
  };
  bridge.on('run.events', ({ run, events }) => {
    if (run === snapshot.id) take(run, events);
    else if (snapshot.phase === 'starting') early.set(run, [...(early.get(run) ?? []), ...events]);
  });
  const cancel = () => {
    if (snapshot.id !== null && snapshot.phase === 'running') void bridge.call('run.cancel', snapshot.id);
  };

  // Nobody waits any longer for a run that starts now.
  const letGo = (run: string) => {
    void bridge.call('run.cancel', run);
    void bridge.call('run.forget', run);
  };

  return {
    get: () => snapshot,
    subscribe(changed) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    async start(argument) {
      cancel();
      turn += 1;
      const mine = turn;
      const before = snapshot;
      early.clear();
      set({ ...before, phase: 'starting' });
      try {
        const answer = await bridge.call('run.start', argument);
        if (mine !== turn) {
          if ('run' in answer) letGo(answer.run);
          return null;
        }
        if ('invalid' in answer) {
          set(before);
          return answer.invalid;
        }
        set({ ...emptyRun, id: answer.run, phase: 'running' });
        take(answer.run, early.get(answer.run) ?? []);
        return null;
      } catch (error) {
        if (mine === turn) set(before);
        throw error;
      }
    },
    cancel,
    show(run, id) {
      cancel();
      turn += 1;
      const over = run.state.report.outcome !== null;
      set({ events: run.events, state: run.state, id, phase: over ? 'done' : 'running' });
    },
    reset() {
      cancel();
      turn += 1;
      if (snapshot.id !== null) void bridge.call('run.forget', snapshot.id);
      set(idle);
    },
  };
}
