import { EndedError } from '../core/index.ts';
import { exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

export interface Interrupts {
  /** Aborts at the first Ctrl-C. */
  readonly signal: AbortSignal;
  /** The same from inside, for example when nobody reads our output any more. */
  cancel(): void;
  release(): void;
}

const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The first Ctrl-C cancels, and what runs says goodbye; the second ends the program at once. */
export function listenForInterrupts({ signals, exit }: Pick<Terminal, 'signals' | 'exit'>): Interrupts {
  const controller = new AbortController();
  const cancel = () => controller.abort(new EndedError('cancelled'));
  const onSignal = () => (controller.signal.aborted ? exit(exitCode.cancelled) : cancel());
  for (const name of names) signals.on(name, onSignal);
  return {
    signal: controller.signal,
    cancel,
    release: () => {
      for (const name of names) signals.off(name, onSignal);
    },
  };
}
