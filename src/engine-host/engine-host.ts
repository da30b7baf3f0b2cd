import type { EngineCommand, EngineMessage } from '../engine-protocol.ts';
import { problem } from '../problems/index.ts';
import type { RunEvent } from '../run/index.ts';
import type { EngineProcess, EngineStop } from './engine-process.ts';
import { makeLedger } from './ledger.ts';
import { type EngineLimits, engineLimits } from './limits.ts';
import { Mailbox } from './mailbox.ts';
import { watchPulse } from './pulse.ts';

type RunCommand = Extract<EngineCommand, { type: 'run' }>;

export interface EngineHost {
  /** The events of a run, in any case up to its `run-finished`. Never throws. The engine is gone afterwards. */
  run(command: RunCommand, signal: AbortSignal): AsyncGenerator<RunEvent>;
  /** Ends an engine that is no longer needed. */
  stop(): void;
}

type Sign = { readonly event: RunEvent } | { readonly stop: EngineStop } | { readonly gone: true };

/**
 * The engine in a thread or process that can be ended from outside: a server that makes one of its parsers loop or
 * swallow memory for ever takes the run with it, and nothing else.
 *
 * @param engine as it was started
 * @param version what a report calls this program, when the engine cannot
 */
export function hostEngine(engine: EngineProcess, version: string, limits: EngineLimits = engineLimits): EngineHost {
  const signs = new Mailbox<Sign>();
  const pulse = watchPulse(engine, limits, (stop) => signs.put({ stop }));
  engine.onMessage((message) => {
    const event = eventIn(message);
    if (event !== null) signs.put({ event });
  });
  const stop = () => {
    pulse.end();
    engine.kill();
  };

  async function* run(command: RunCommand, signal: AbortSignal): AsyncGenerator<RunEvent> {
    const ledger = makeLedger(command, version);
    const clock = runClock();
    let patience: NodeJS.Timeout | undefined;
    const onAbort = () => {
      engine.post({ type: 'cancel' });
      patience = setTimeout(() => signs.put({ gone: true }), limits.cancel);
    };
    engine.post(command);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    try {
      for await (const sign of signs) {
        if ('event' in sign) {
          if (sign.event.run !== command.run) continue;
          ledger.note(sign.event);
          clock.note(sign.event.at);
          yield sign.event;
          if (sign.event.type === 'run-finished') return;
        } else {
          return yield* 'gone' in sign || signal.aborted
            ? ledger.ending('cancelled', problem('run.cancelled', {}), clock.now())
            : ledger.ending('inconclusive', stoppedProblem(sign.stop), clock.now());
        }
      }
    } finally {
      clearTimeout(patience);
      signal.removeEventListener('abort', onAbort);
      stop();
    }
  }

  return { run, stop };
}

const eventTypes = new Set<string>([
  'run-started',
  'probe-started',
  'observation',
  'probe-finished',
  'run-finished',
] satisfies RunEvent['type'][]);

/** What the engine says is looked at before it is believed: a server's bytes have been in there. */
function eventIn(message: unknown): RunEvent | null {
  const { type, event } = (message ?? {}) as Partial<Extract<EngineMessage, { type: 'event' }>>;
  if (type !== 'event' || !eventTypes.has(event?.type ?? '')) return null;
  return event && Number.isFinite(event.at) && Number.isInteger(event.seq) ? event : null;
}

function stoppedProblem({ reason, evidence }: EngineStop) {
  return problem('run.engine-stopped', { reason }, { evidence });
}

/** The run's own time axis (milliseconds from its start), carried on from the last event that told it. */
function runClock() {
  let last = 0;
  let seenAt = performance.now();
  return {
    note(at: number) {
      last = at;
      seenAt = performance.now();
    },
    now: () => Math.round((last + performance.now() - seenAt) * 1_000) / 1_000,
  };
}
