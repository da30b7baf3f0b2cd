import { failed, type Outcome, type Problem, warned } from '../../core/index.ts';
import { problem } from '../../problems/index.ts';
import type { FoundSettings } from '../../run/index.ts';

/** What one of a source's places said: settings, nothing, or something else; both where parts of the settings are bad. */
export interface PlaceAnswer {
  readonly found: FoundSettings | null;
  readonly problems: readonly Problem[];
}

export const nothing: PlaceAnswer = { found: null, problems: [] };

export function onlyProblem(fault: Problem): PlaceAnswer {
  return { found: null, problems: [fault] };
}

/** A part of a document that cannot be used, and where it is. */
export interface SectionFlaw {
  /** Counted from 1. */
  readonly line: number;
  readonly reason: string;
}

/** More bad sections of one document tell nobody more. */
const mostFlaws = 20;

export function sectionProblems(url: string, flaws: readonly SectionFlaw[]): readonly Problem[] {
  return flaws.slice(0, mostFlaws).map(({ line, reason }) => problem('settings.bad-section', { url, line, reason }));
}

/** What is wrong in a document that is there for mail settings and for nothing else. */
export function contentProblems(
  url: string,
  servers: FoundSettings['servers'],
  flaws: readonly SectionFlaw[],
): readonly Problem[] {
  const isEmpty = servers.length === 0;
  return [...sectionProblems(url, flaws), ...(isEmpty ? [problem('settings.no-servers', { url })] : [])];
}

/** All places together: failed when nothing but problems was heard. */
export function outcomeOf(answers: readonly PlaceAnswer[]): Outcome<readonly FoundSettings[]> {
  const found = answers.flatMap((answer) => answer.found ?? []);
  const problems = answers.flatMap((answer) => answer.problems);
  const [first, ...others] = problems;
  if (found.length === 0 && first !== undefined) {
    return failed({ ...first, evidence: [...first.evidence, ...others.map(({ code, args }) => saidOf(code, args))] });
  }
  return warned(found, heardProblems(answers));
}

/** What is wrong with the answers. Whoever was told to stop because enough has been heard has no fault. */
export function heardProblems(answers: readonly PlaceAnswer[]): readonly Problem[] {
  return answers.flatMap(({ problems }) => problems).filter(({ code }) => code !== 'run.cancelled');
}

function saidOf(code: string, args: Problem['args']): string {
  return `${code}: ${args['url'] ?? args['host'] ?? args['name'] ?? ''}`;
}
