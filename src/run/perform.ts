import { type Clock, deadline, type Outcome, unknown, untilAborted } from '../core/index.ts';
import type { Answer, Given, Probe } from './probe.ts';
import type { RunLog } from './run-log.ts';
import { endProblem, isEnd, thrownProblem } from './verdict.ts';

interface Frame {
  readonly signal: AbortSignal;
  readonly resources: AbortSignal;
  readonly closers: (() => void)[];
  readonly log: RunLog;
}

/** A probe whose time is up gets so long (milliseconds) to say what it saw, then it is answered for. */
const lastWords = 100;

/** Runs one probe to an answer, in any case: its own, or `unknown` with the reason. */
export async function performProbe<P extends { readonly clock: Clock }>(
  probe: Probe<unknown, P>,
  given: Given,
  ports: P,
  { signal, resources, closers, log }: Frame,
): Promise<Answer<unknown>> {
  const limit = deadline(signal, probe.deadline);
  const step = {
    signal: limit.signal,
    runSignal: resources,
    ...log.observer(probe.id),
    defer: (close: () => void) => void closers.push(close),
  };
  const startedAt = log.now();
  try {
    if (limit.signal.aborted) return concluded(probe, unknown(endProblem(limit.signal, 0)));
    return await withLastWords(probe.answer(given, ports, step), limit.signal);
  } catch (error) {
    const ended = isEnd(error) || limit.signal.aborted;
    return concluded(
      probe,
      unknown(ended ? endProblem(limit.signal, log.now() - startedAt) : thrownProblem(probe.id, error)),
    );
  } finally {
    limit.clear();
  }
}

/** An outcome that the runner had to decide, with what it adds to the report. */
export function concluded<P>(probe: Probe<unknown, P>, outcome: Outcome<unknown>): Answer<unknown> {
  return { outcome, chain: probe.conclude(outcome) };
}

async function withLastWords<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  const patience = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onAbort = () => {
    timer = setTimeout(() => patience.abort(signal.reason), lastWords);
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await untilAborted(answer, patience.signal);
  } finally {
    signal.removeEventListener('abort', onAbort);
    clearTimeout(timer);
  }
}
