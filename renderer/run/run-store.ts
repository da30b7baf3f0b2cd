import type { CallAnswer, CallArgument, WaypostBridge } from '../../electron/contract.ts';
import { initialState, type RunEvent, type RunState } from '../../src/run/index.ts';
import { foldInSlices } from './fold.ts';

export interface RunSnapshot {
  readonly state: RunState;
  /** null before the first run. */
  readonly id: string | null;
  readonly phase: 'idle' | 'starting' | 'running' | 'done';
}

export type Invalid = Extract<CallAnswer<'run.start'>, { invalid: unknown }>['invalid'];

/** Why a run was not started. `failed`: the program itself is at fault. */
export type NotStarted =
  | { readonly kind: 'invalid'; readonly invalid: Invalid }
  | { readonly kind: 'too-many'; readonly most: number }
  | { readonly kind: 'failed' };

/** What keeps a run from starting, whatever is in its form. */
export type Obstacle = Exclude<NotStarted, { kind: 'invalid' }>;

/** One run at a time, live: what a screen that starts runs subscribes to. */
export interface RunStore {
  get(): RunSnapshot;
  subscribe(changed: () => void): () => void;
  /** Starts a run, or answers why it was not started. A run that is going on, or about to, is cancelled. */
  start(argument: CallArgument<'run.start'>): Promise<NotStarted | null>;
  cancel(): void;
  /**
   * Shows a run that this store did not start: another screen's, one of the history, or one read from a file. `id` is
   * null where the main process knows nothing of it.
   */
  show(state: RunState, id: string | null): void;
  /** Back to before the first run; lets go of its passwords. */
  reset(): void;
}

const idle: RunSnapshot = { state: initialState, id: null, phase: 'idle' };

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
    queue = queue.then(async () => {
      if (snapshot.id !== run) return;
      await foldInSlices(snapshot.state, events, (state) => {
        if (snapshot.id === run) set({ id: run, state, phase: phaseOf(state) });
      });
    });
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
      const answer = await bridge.call('run.start', argument).catch(() => null);
      if (mine !== turn) {
        if (answer !== null && 'run' in answer) letGo(answer.run);
        return null;
      }
      if (answer === null || !('run' in answer)) {
        set(before);
        return whyNot(answer);
      }
      set({ state: initialState, id: answer.run, phase: 'running' });
      take(answer.run, early.get(answer.run) ?? []);
      return null;
    },
    cancel,
    show(state, id) {
      cancel();
      turn += 1;
      set({ state, id, phase: phaseOf(state) });
    },
    reset() {
      cancel();
      turn += 1;
      if (snapshot.id !== null) void bridge.call('run.forget', snapshot.id);
      set(idle);
    },
  };
}

function phaseOf({ report }: RunState): 'running' | 'done' {
  return report.outcome === null ? 'running' : 'done';
}

function whyNot(answer: Exclude<CallAnswer<'run.start'>, { run: unknown }> | null): NotStarted {
  if (answer === null) return { kind: 'failed' };
  return 'invalid' in answer
    ? { kind: 'invalid', invalid: answer.invalid }
    : { kind: 'too-many', most: answer.tooMany };
}
