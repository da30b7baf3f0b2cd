import type { Report } from '../../../../src/run/index.ts';

/** A view is a function of a report and of nothing else. */
export interface ViewProps {
  readonly report: Report;
}
