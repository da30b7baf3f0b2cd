import type { ChainPatch, Step } from '../../src/run/index.ts';

export interface RecordingStep extends Step {
  /** `protocol asked: answered` of each exchange that ended. */
  readonly exchanges: string[];
  readonly lines: string[];
  readonly patches: ChainPatch[];
  /** Ends the run: signals abort, deferred closers run. */
  end(): void;
}

/** A step that keeps what a room tells it. */
export function recordingStep(): RecordingStep {
  const controller = new AbortController();
  const closers: (() => void)[] = [];
  const exchanges: string[] = [];
  const lines: string[] = [];
  const patches: ChainPatch[] = [];
  return {
    signal: controller.signal,
    runSignal: controller.signal,
    exchange: (protocol, _peer, asked) => (answered) => void exchanges.push(`${protocol} ${asked}: ${answered}`),
    line: (protocol, _peer, direction, text) => void lines.push(`${protocol} ${direction} ${text}`),
    report: (patch) => void patches.push(patch),
    defer: (close) => void closers.push(close),
    exchanges,
    lines,
    patches,
    end() {
      controller.abort();
      for (const close of closers) close();
    },
  };
}
