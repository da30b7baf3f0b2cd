import { visible } from '../../src/core/index.ts';
import type { EngineProcess, EngineStop } from '../../src/engine-host/index.ts';
import { runEventSchema } from '../../src/run/event-schema.ts';

/** Events that are none may come of a mistake; an engine that goes on with it is not to be believed. */
const mostRefused = 3;
/** A run has some 300 events, and the engine stops recording at 3,000 observations. */
const mostEvents = 20_000;

/**
 * An engine of which only whole, valid events get through: a server's bytes have been in there. Whoever says three
 * times what is no event, or never stops, is ended.
 */
export function checkedEngine(engine: EngineProcess): EngineProcess {
  const takers: ((message: unknown) => void)[] = [];
  const enders: ((stop: EngineStop) => void)[] = [];
  let refused = 0;
  let events = 0;
  let distrusted = false;
  const distrust = (evidence: string) => {
    distrusted = true;
    engine.kill();
    for (const take of enders) take({ reason: 'it said what no engine says', evidence: [evidence] });
  };
  engine.onMessage((message) => {
    if (distrusted) return;
    const checked = checkedMessage(message);
    if ('fault' in checked) {
      refused += 1;
      if (refused >= mostRefused) distrust(checked.fault);
      return;
    }
    if (checked.type === 'event') events += 1;
    if (events > mostEvents) return distrust(`more than ${mostEvents} events`);
    for (const take of takers) take(checked);
  });
  return {
    post: (command) => engine.post(command),
    onMessage: (take) => void takers.push(take),
    onEnd(take) {
      enders.push(take);
      engine.onEnd(take);
    },
    kill: () => engine.kill(),
  };
}

type Checked = { readonly type: 'alive' } | { readonly type: 'event'; readonly event: unknown } | { fault: string };

function checkedMessage(message: unknown): Checked {
  const { type, event } = (message ?? {}) as { readonly type?: unknown; readonly event?: unknown };
  if (type === 'alive') return { type };
  if (type !== 'event') return { fault: 'a message of an unknown kind' };
  const read = runEventSchema.safeParse(event);
  if (read.success) return { type, event: read.data };
  const [issue] = read.error.issues;
  return { fault: visible(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`, 200) };
}
