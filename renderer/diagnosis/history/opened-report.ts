import type { Opened } from '../../../electron/contract.ts';
import { type Report, replay } from '../../../src/run/index.ts';

/** The report of a run that was opened; null when it could not be read. */
export function openedReport(opened: Opened): Report | null {
  if (opened.kind === 'unreadable') return null;
  return opened.kind === 'events' ? replay(opened.events) : opened.report;
}
