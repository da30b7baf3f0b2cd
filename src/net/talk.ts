import type { Step } from '../run/index.ts';

/** Whom a part of a conversation is told to, and what ends its waits. A session outlives the probe that opened it. */
export interface Talk {
  readonly step: Pick<Step, 'exchange' | 'line' | 'runSignal'>;
  readonly signal: AbortSignal;
}

export function talkOf(step: Step): Talk {
  return { step, signal: step.signal };
}
