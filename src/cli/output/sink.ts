import type { Terminal } from '../terminal.ts';

/** Where output goes. When nobody reads it any more, it goes nowhere, and that is no error. */
export interface Sink {
  write(text: string): void;
  /** Resolves when everything has been taken, or nobody is there to take it. */
  flush(): Promise<void>;
}

/** @param onGone called once when the reader has gone, as in `waypost … | head -1` */
export function makeSink(stream: Terminal['stdout'], onGone: () => void): Sink {
  let isGone = false;
  let last: Promise<void> = Promise.resolve();
  stream.on('error', () => {
    if (isGone) return;
    isGone = true;
    onGone();
  });
  return {
    write(text) {
      if (isGone) return;
      last = new Promise((resolve) => {
        stream.write(text, () => resolve());
      });
    },
    flush: () => last,
  };
}
