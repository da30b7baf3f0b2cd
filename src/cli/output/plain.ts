import { linksOf, type Report } from '../../run/index.ts';
import { afterLinks, type Detail, type Line, linkLines, print, type Style, safeReport } from '../render/index.ts';
import type { Output } from './output.ts';
import type { Sink } from './sink.ts';

/** For what is no terminal: each link in the order of the chain, as soon as it and those before it are done. */
export function plainOutput(sink: Sink, style: Style, detail: Detail): Output {
  let printed = 0;
  const write = (lines: readonly Line[]) => {
    if (lines.length > 0) sink.write(`${lines.map((line) => print(line, style)).join('\n')}\n`);
  };
  const printDone = (report: Report, isOver: boolean) => {
    const links = linksOf(report);
    while (printed < links.length && (isOver || links[printed]?.settled)) {
      write(linkLines(safeReport(report, style), printed, style, detail));
      printed++;
    }
  };
  return {
    show(event, { report }) {
      if (event.type === 'probe-finished') printDone(report, false);
    },
    finish(report) {
      printDone(report, true);
      write(afterLinks(safeReport(report, style), style, detail));
      return sink.flush();
    },
  };
}
