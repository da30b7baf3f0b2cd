import type { Report } from '../../run/index.ts';
import { type Detail, liveTree, print, reportLines, type Style, safeReport, widthOf } from '../render/index.ts';
import type { Terminal } from '../terminal.ts';
import { hideCursor, makeFrame, showCursor } from './frame.ts';
import type { Output } from './output.ts';
import type { Sink } from './sink.ts';

/** Milliseconds between two pictures: 20 a second are enough for the eye. */
const pause = 50;

/**
 * The tree while it grows, drawn over itself; the whole report takes its place at the end.
 *
 * @param styleNow asked for each picture, because a window changes its size
 */
export function liveOutput(
  stdout: Terminal['stdout'],
  sink: Sink,
  styleNow: () => Style,
  detail: Detail,
  onExit: (restore: () => void) => void,
): Output {
  const frame = makeFrame();
  const screen = () => ({ rows: stdout.rows || 24, columns: stdout.columns || 80 });
  let latest: Report | null = null;
  let begunAt = 0;
  let timer: NodeJS.Timeout | undefined;

  const draw = () => {
    if (latest === null) return;
    const style = { ...styleNow(), columns: Math.min(styleNow().columns, screen().columns) };
    const lines = liveTree(safeReport(latest, style), performance.now() - begunAt, style);
    sink.write(
      frame.draw(
        lines.map((line) => print(line, style)),
        lines.map(widthOf),
        screen(),
      ),
    );
  };
  const start = () => {
    sink.write(hideCursor);
    onExit(() => stdout.write(showCursor));
    timer = setInterval(draw, pause);
  };

  return {
    show(event, { report }) {
      latest = report;
      if (event.type !== 'run-started') return;
      begunAt = performance.now() - event.at;
      start();
      draw();
    },
    finish(report) {
      clearInterval(timer);
      const style = styleNow();
      const lines = reportLines(safeReport(report, style), style, detail).map((line) => print(line, style));
      sink.write(`${frame.erase(screen())}${lines.join('\n')}\n${showCursor}`);
      return sink.flush();
    },
  };
}
