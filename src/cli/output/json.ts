import { toJson } from '../../core/index.ts';
import type { Output } from './output.ts';
import type { Sink } from './sink.ts';

/** One report at the end. */
export function jsonOutput(sink: Sink): Output {
  return {
    show() {},
    finish(report) {
      sink.write(`${toJson(report, 2)}\n`);
      return sink.flush();
    },
  };
}

/** Each event on a line of its own, as it happens (NDJSON). */
export function jsonLinesOutput(sink: Sink): Output {
  return {
    show: (event) => sink.write(`${toJson(event)}\n`),
    finish: () => sink.flush(),
  };
}
