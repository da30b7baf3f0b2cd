import type { CallAnswer, CallArgument } from '../../../../electron/contract.ts';
import { createRuns } from '../../../../electron/runs/index.ts';
import type { Runs } from '../../../../electron/runs/runs.ts';
import { emptyAsked } from '../../../../renderer/run/asked.ts';
import type { ChainRequest } from '../../../../src/chain/request.ts';
import type { Secret } from '../../../../src/core/index.ts';
import type { RunEvent } from '../../../../src/run/index.ts';
import { type FakeEngine, fakeEngine } from '../../../fakes/engine-process.ts';
import { type RecordedProbe, recordedEvents } from '../../../fakes/recorded-run.ts';
import { aRequest } from '../../../fakes/request.ts';

type Start = CallArgument<'run.start'>;

export const none = { kind: 'none' } as const;
export const typed = (text: string) => ({ kind: 'typed', text }) as const;
export const remembered = { kind: 'remembered' } as const;
export const sameAs = (run: string) => ({ kind: 'same-as', run }) as const;

export const accepted: RecordedProbe = { id: 'ldap.sign-in', chain: { signIn: { outcome: 'accepted' } } };
export const rejected: RecordedProbe = {
  id: 'ldap.sign-in',
  outcome: 'failed',
  chain: { signIn: { outcome: 'rejected' } },
};
export const refusedByRelay: RecordedProbe = {
  id: 'relay.sign-in',
  outcome: 'failed',
  problems: [{ code: 'smtp.auth-rejected', args: { user: 'alice', host: 'mail' }, evidence: [], remedies: [] }],
};

/** Runs on engines that play what a test says, a secret store in memory, and a window that writes down what it is told. */
export interface RunsStage {
  readonly runs: Runs;
  readonly engines: readonly FakeEngine[];
  readonly batches: readonly (readonly RunEvent[])[];
  readonly stored: Map<string, Secret | string>;
  readonly kept: readonly RunEvent[];
  /** Starts a run for alice; what is left out is as a person would have it. */
  start(
    changes?: Partial<Omit<Start, 'asked'>> & { asked?: Partial<Start['asked']> },
  ): Promise<CallAnswer<'run.start'>>;
  /** The same. → its id */
  begin(changes?: Parameters<RunsStage['start']>[0]): Promise<string>;
  /** The same, to its end. → its id */
  finish(changes?: Parameters<RunsStage['start']>[0]): Promise<string>;
  /** The passwords that the engine was given last. */
  given(): unknown;
  /** What happens in the next runs. */
  plays(...probes: readonly RecordedProbe[]): void;
  /** The next engines say nothing. */
  hangs(): void;
  ended(run: string): Promise<RunEvent>;
}

export function stageRuns(makeRequest?: Parameters<typeof createRuns>[0]['makeRequest']): RunsStage {
  const engines: FakeEngine[] = [];
  const batches: (readonly RunEvent[])[] = [];
  const kept: RunEvent[] = [];
  const stored = new Map<string, Secret | string>();
  const waiting: (() => void)[] = [];
  let played: readonly RecordedProbe[] | null = [];

  const startEngine = () => {
    const engine = fakeEngine((command) => {
      if (command.type !== 'run' || played === null) return;
      for (const event of recordedEvents(played)) engine.tell({ ...event, run: command.run });
    });
    engines.push(engine);
    return engine;
  };
  const runs = createRuns({
    startEngine,
    makeRequest: makeRequest ?? (async (asked) => ({ request: requestOf(asked) })),
    secrets: {
      recall: async (user) => (stored.get(user) ?? null) as Secret | null,
      remember: async (user, secret) => void stored.set(user, secret),
      async forget(user) {
        stored.delete(user);
        return { state: 'ready', backend: '', remembered: [] };
      },
    },
    history: { record: () => ({ add: (events) => void kept.push(...events), end: () => {} }) },
    tellEvents({ events }) {
      batches.push(events);
      for (const look of waiting.splice(0)) look();
    },
    version: '0',
  });

  const start: RunsStage['start'] = ({ asked, ...changes } = {}) =>
    runs.start({
      asked: { ...emptyAsked, user: 'alice@corp.example', ...asked },
      password: typed('pass-word-1'),
      relayPassword: none,
      remember: false,
      ...changes,
    });
  const begin: RunsStage['begin'] = async (changes) => {
    const answer = await start(changes);
    if (!('run' in answer)) throw new Error(JSON.stringify(answer));
    return answer.run;
  };
  const ended: RunsStage['ended'] = async (run) => {
    for (;;) {
      const end = batches.flat().find((event) => event.run === run && event.type === 'run-finished');
      if (end) return end;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  return {
    runs,
    engines,
    batches,
    stored,
    kept,
    start,
    begin,
    ended,
    async finish(changes) {
      const run = await begin(changes);
      await ended(run);
      return run;
    },
    given() {
      const command = engines.at(-1)?.commands.find(({ type }) => type === 'run');
      return command?.type === 'run' ? command.secrets : null;
    },
    plays(...probes) {
      played = probes;
    },
    hangs() {
      played = null;
    },
  };
}

function requestOf({ goal, user, relayUser }: Start['asked']): ChainRequest {
  return aRequest({ goal, user: user === '' ? null : user, relayUser: relayUser === '' ? null : relayUser });
}
