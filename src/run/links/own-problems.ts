import type { Problem } from '../../core/index.ts';
import { describe, withoutConsequences } from '../../problems/index.ts';
import type { Report } from '../report/schema.ts';
import { type Link, linksOf } from './links.ts';

/** What is told below a link. */
export interface OwnProblems {
  /** Problems that are told here, in full. */
  readonly told: readonly Problem[];
  /** When the link is broken by nothing else: what an earlier link has told already. */
  readonly above: readonly Problem[];
}

/** A link's problems without the mere consequences of others, those that an earlier link has told apart. */
export function ownProblems(links: readonly Link[], place: number): OwnProblems {
  const link = links[place];
  if (link === undefined) return { told: [], above: [] };
  const before = links.slice(0, place).flatMap(({ problems }) => problems);
  const kept = new Set(withoutConsequences([...before, ...link.problems]));
  const all = link.problems.filter((problem) => kept.has(problem));
  const own = all.filter((problem, i) => all.findIndex((other) => identity(other) === identity(problem)) === i);
  const seen = new Set(before.map(identity));
  const told = own.filter((problem) => !seen.has(identity(problem)));
  const isBroken = link.state === 'failed' || link.state === 'unknown';
  const above = isBroken && told.length === 0 ? own.filter(({ code }) => !ends.includes(code)) : [];
  return { told, above };
}

/** How many warnings a run that passed has told, notices apart. */
export function countWarnings(report: Report): number {
  const links = linksOf(report);
  const told = links.flatMap((_, place) => ownProblems(links, place).told);
  return told.filter((problem) => describe(problem).severity !== 'notice').length;
}

/** One end of a run stops many probes: it is told once. */
const ends: readonly string[] = ['run.cancelled', 'run.deadline', 'run.engine-stopped'];

function identity({ code, args }: Problem): string {
  return ends.includes(code) ? code : JSON.stringify([code, args]);
}
