import type { Owner, Problem } from '../../../src/core/index.ts';
import { type Link, linksOf, type Report } from '../../../src/run/index.ts';

export interface FirstBroken {
  readonly link: Link;
  readonly probe: string;
  readonly problem: Problem;
  readonly owner: Owner;
}

/** The first broken link, or else the first that could not be checked; null where there is none. */
export function firstBroken(report: Report, links: readonly Link[] = linksOf(report)): FirstBroken | null {
  const { firstFailure, outcome } = report;
  if (firstFailure === null || outcome === 'cancelled' || outcome === 'passed') return null;
  const link = links.find(({ probes }) => probes.includes(firstFailure.probe));
  const problem = report.probes.find(({ id }) => id === firstFailure.probe)?.problem;
  if (!link || !problem) return null;
  return { link, probe: firstFailure.probe, problem, owner: firstFailure.owner as Owner };
}
