import type { Problem } from '../../../src/core/index.ts';
import { type Link, ownProblems } from '../../../src/run/index.ts';

export interface LinkProblems {
  readonly told: readonly Problem[];
  /** What an earlier link has told, when nothing else breaks this one. */
  readonly above: readonly Problem[];
  /** What merely follows from a problem that is told here. */
  readonly consequences: readonly Problem[];
}

/** A link's problems in full: those told here, those told before, and mere consequences, each once. */
export function linkProblems(links: readonly Link[], place: number): LinkProblems {
  const { told, above } = ownProblems(links, place);
  const own = links[place]?.problems ?? [];
  const said = new Set([...told, ...above].map(identity));
  const rest = own.filter((problem) => !said.has(identity(problem)));
  const consequences = rest.filter((problem, i) => rest.findIndex((one) => identity(one) === identity(problem)) === i);
  return { told, above, consequences: told.length > 0 ? consequences : [] };
}

function identity({ code, args }: Problem): string {
  return JSON.stringify([code, args]);
}
