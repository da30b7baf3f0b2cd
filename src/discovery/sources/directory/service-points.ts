import { err, failed, type Outcome, ok, type Problem, type Result, warned } from '../../../core/index.ts';
import { type PointerTarget, readPointer, type ServicePoint } from '../../../directory/index.ts';
import { problem } from '../../../problems/index.ts';
import type { FoundSettings, Step } from '../../../run/index.ts';
import { redirectRefused } from '../../http/follow.ts';
import type { Question, SourceTools } from '../../source.ts';
import { askServicePoint } from '../autodiscover/ask-service-point.ts';
import { type Search, searchFor } from '../autodiscover/search.ts';
import { heardProblems, type PlaceAnswer } from '../place.ts';

/** Reads the service points of a directory, in site order. Elsewhere than in the person's own forest nobody signs in. */
export interface PointedDirectories {
  /** Whether a name is that of the forest that the person has signed in to, or of something in it. */
  isOwn(host: string): boolean;
  read(where: PointerTarget, step: Step): Promise<Result<readonly ServicePoint[], Problem>>;
}

/** Outlook follows ten, too (MS-OXDSCLI 3.1.5.1). */
const mostPointers = 10;

interface Walk {
  readonly directories: PointedDirectories;
  readonly search: Search;
  readonly step: Step;
  readonly seen: Set<string>;
  /** What was heard on the way. */
  readonly answers: PlaceAnswer[];
}

/**
 * The Autodiscover services that the directory names, each asked in turn until one answers: those of the client's own site, those
 * for everybody, those of other sites. Pointers for the mail domain come first, those for everybody last.
 *
 * @returns failed where the directory itself could not be read; what is wrong with a service that it names is a warning
 */
export async function askServicePoints(
  directories: PointedDirectories,
  question: Question,
  tools: SourceTools,
  step: Step,
): Promise<Outcome<readonly FoundSettings[]>> {
  const search = searchFor(question, tools);
  const walk: Walk = { directories, search, step, seen: new Set(), answers: [] };
  const fault = await visit({ host: null, base: null }, walk);
  if (fault !== null) return failed(fault);
  return warned(
    walk.answers.flatMap(({ found }) => found ?? []),
    heardProblems(walk.answers),
  );
}

/** Goes through one directory; what could not be read comes back. */
async function visit(where: PointerTarget, walk: Walk): Promise<Problem | null> {
  const { directories, search, step, seen, answers } = walk;
  seen.add(keyOf(where));
  const points = await directories.read(where, step);
  if (!points.ok) return points.error;
  for (const point of inOrder(points.value, search.question.domain)) {
    const isOver = step.signal.aborted || answers.some(({ found }) => found !== null);
    if (point.kind === 'pointer') await follow(point, where, isOver, walk);
    else if (!isOver) answers.push(await askServicePoint(point, search, step));
  }
  return null;
}

/** Follows a pointer. One that must not be followed is told of also when there is no more need to. */
async function follow(point: ServicePoint, from: PointerTarget, isOver: boolean, walk: Walk): Promise<void> {
  const { seen, answers } = walk;
  const tell = (fault: Problem) => void answers.push({ found: null, problems: [fault] });
  const next = leadsTo(point, from, walk);
  if (!next.ok) return tell(next.error);
  if (isOver) return;
  if (seen.has(keyOf(next.value)) || seen.size > mostPointers) {
    return tell(problem('settings.redirect-loop', { url: point.dn, hops: seen.size }));
  }
  const fault = await visit(next.value, walk);
  if (fault !== null) tell(fault);
}

function leadsTo(
  { dn, url }: ServicePoint,
  from: PointerTarget,
  { directories, search }: Walk,
): Result<PointerTarget, Problem> {
  const target = readPointer(url);
  if (!target.ok) return err(redirectRefused(dn, url, { reason: target.error, host: null }));
  const host = target.value.host ?? from.host;
  if (host === null || directories.isOwn(host)) return ok({ ...target.value, host: null });
  if (search.tools.isApproved(host)) return ok({ ...target.value, host });
  return err(redirectRefused(dn, url, { reason: 'it is in another domain', host }));
}

function keyOf({ host, base }: PointerTarget): string {
  return JSON.stringify([host, base?.toLowerCase() ?? null]);
}

/** Who has more to say about the mail domain comes first; what is meant for other mail domains is left out. */
function inOrder(points: readonly ServicePoint[], domain: string): readonly ServicePoint[] {
  const pointers = points.filter(({ kind }) => kind === 'pointer');
  return [
    ...pointers.filter(({ domains }) => domains.some((one) => one.toLowerCase() === domain)),
    ...points.filter(({ kind }) => kind === 'url'),
    ...pointers.filter(({ domains }) => domains.length === 0),
  ];
}
