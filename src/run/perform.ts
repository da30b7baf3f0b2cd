import { type Clock, deadline, unknown, untilAborted } from '../core/index.ts';
import type { Answer, Given, Probe, Step } from './probe.ts';
import { mergePatches } from './report/chain.ts';
import type { ChainPatch } from './report/schema.ts';
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
): Promise<Answer> {
  const limit = deadline(signal, probe.deadline);
  let chain: ChainPatch = {};
  const step: Step = {
    signal: limit.signal,
    runSignal: resources,
    ...log.observer(probe.id),
    report: (patch) => {
      chain = mergePatches(chain, patch);
    },
    defer: (close) => void closers.push(close),
  };
  const startedAt = log.now();
  try {
    if (limit.signal.aborted) return { outcome: unknown(endProblem(limit.signal, 0)), chain };
    const outcome = await withLastWords(probe.answer(given, ports, step), limit.signal);
    return { outcome, chain };
  } catch (error) {
    const ended = isEnd(error) || limit.signal.aborted;
    const reason = ended ? endProblem(limit.signal, log.now() - startedAt) : thrownProblem(probe.id, error);
    return { outcome: unknown(reason), chain };
  } finally {
    limit.clear();
  }
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
