import type { DemoState } from '../contract.ts';
import type { Utility } from '../engine/index.ts';
import type { World } from '../request/index.ts';
import type { LabCommand, LabFacts, LabMessage } from './lab-protocol.ts';

/** The world's process, as far as it is needed here. */
export type LabProcess = Utility<LabCommand>;

export interface Demo {
  state(): DemoState;
  /** Where requests find the world: the one that was asked for last, once it is there. */
  world(): Promise<World>;
  /** Makes the world anew with these faults, and only these. Rejects with Error, and the old world stays. */
  break(faults: readonly string[]): Promise<DemoState>;
  stop(): Promise<void>;
}

interface Running {
  readonly process: LabProcess;
  readonly facts: LabFacts;
  readonly broken: readonly string[];
}

/** Somebody in the other organisation of the world. */
const recipient = 'bob@partner.example';

/** Starts the embedded world. Rejects with Error when it does not start. */
export async function startDemo(start: () => LabProcess): Promise<Demo> {
  let running = await startWorld(start, []);
  let latest = Promise.resolve();

  const state = (): DemoState => {
    const { accounts, password, faults, notes } = running.facts;
    return {
      accounts: accounts.map((account) => ({ ...account })),
      password,
      recipient,
      faults: faults.map((fault) => ({ ...fault })),
      broken: [...running.broken],
      notes: [...notes],
    };
  };
  const replace = async (faults: readonly string[]) => {
    const known = new Set(running.facts.faults.map(({ id }) => id));
    const unknown = faults.find((id) => !known.has(id));
    if (unknown !== undefined) throw new Error('there is no such fault');
    const next = await startWorld(start, [...new Set(faults)]);
    running.process.kill();
    running = next;
  };
  return {
    state,
    async world() {
      await latest;
      return running.facts.world;
    },
    async break(faults) {
      // One after the other, so that no world is left behind.
      const own = latest.then(() => replace(faults));
      latest = own.catch(() => {});
      await own;
      return state();
    },
    async stop() {
      await latest;
      running.process.kill();
    },
  };
}

function startWorld(start: () => LabProcess, broken: readonly string[]): Promise<Running> {
  const process = start();
  return new Promise((resolve, reject) => {
    process.onMessage((message) => {
      const told = message as LabMessage;
      if (told.type === 'ready') return resolve({ process, facts: told.facts, broken });
      process.kill();
      reject(new Error(told.reason));
    });
    process.onEnd(({ reason, evidence }) => reject(new Error([reason, ...evidence].join(': '))));
    process.post({ type: 'start', faults: broken });
  });
}
