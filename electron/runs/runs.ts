import { randomUUID } from 'node:crypto';
import { type EngineProcess, hostEngine } from '../../src/engine-host/index.ts';
import type { CallAnswer, CallArgument, EventValue } from '../contract.ts';
import { checkedEngine } from '../engine/checked.ts';
import type { History } from '../history/index.ts';
import type { SecretStore } from '../secrets/index.ts';
import { letGo, settleStore } from './afterwards.ts';
import { batchEvents } from './batches.ts';
import { runCommand } from './hand-over.ts';
import { type Prepared, prepareRun, type Sources } from './prepare.ts';
import { makeShelf, type Shelf } from './shelf.ts';
import { watchVerdicts } from './verdicts.ts';

export interface RunsOptions {
  /** An engine for one run, which ends with it. */
  startEngine(): EngineProcess;
  readonly makeRequest: Sources['makeRequest'];
  readonly secrets: Pick<SecretStore, 'recall' | 'remember' | 'forget'>;
  readonly history: Pick<History, 'record'>;
  tellEvents(batch: EventValue<'run.events'>): void;
  /** What a report calls this program, when the engine cannot. */
  readonly version: string;
  readonly shelf?: Shelf;
}

export interface Runs {
  /** Starts a run, or says what is wrong with the form, or that too many are going on. */
  start(argument: CallArgument<'run.start'>): Promise<CallAnswer<'run.start'>>;
  /** Ends a run within a second. */
  cancel(run: string): void;
  /** Lets go of the passwords that a run was given. */
  forget(run: string): void;
  /** Ends all engines at once and lets go of all passwords. */
  stop(): void;
}

const mostRuns = 4;

/** The runs that the window has asked for. None is ever repeated by itself. */
export function createRuns(options: RunsOptions): Runs {
  const { startEngine, makeRequest, secrets, history, tellEvents, version, shelf = makeShelf() } = options;
  const active = new Map<string, { cancel(): void; stop(): void }>();

  const play = async (run: string, prepared: Prepared, engine: EngineProcess) => {
    const host = hostEngine(checkedEngine(engine), version);
    const controller = new AbortController();
    const verdicts = watchVerdicts();
    const record = history.record(run);
    const batches = batchEvents((events) => {
      record.add(events);
      tellEvents({ run, events });
    });
    const stop = () => {
      host.stop();
      batches.flush();
      record.end();
    };
    active.set(run, { cancel: () => controller.abort(), stop });
    shelf.keep(run, prepared);
    for await (const event of host.run(runCommand(run, prepared.request, prepared), controller.signal)) {
      verdicts.note(event);
      letGo(prepared, verdicts, shelf);
      batches.add(event);
    }
    active.delete(run);
    record.end();
    shelf.renew(run);
    await settleStore(prepared, verdicts, shelf, secrets);
  };

  return {
    async start(argument) {
      const prepared = await prepareRun(argument, { makeRequest, secrets, shelf });
      if ('invalid' in prepared) return { invalid: [...prepared.invalid] };
      if (active.size >= mostRuns) return { tooMany: mostRuns };
      const run = randomUUID();
      void play(run, prepared, startEngine());
      return { run };
    },
    cancel: (run) => active.get(run)?.cancel(),
    forget: (run) => shelf.remove(run),
    stop() {
      for (const { stop } of active.values()) stop();
      active.clear();
      shelf.clear();
    },
  };
}
