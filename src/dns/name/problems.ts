import type { Problem } from '../../core/index.ts';
import { problem } from '../../problems/index.ts';
import { mostTelling } from '../answer.ts';
import type { AskedCandidate } from './ask-candidates.ts';
import type { FoundCandidate } from './judge.ts';

/** What is not known outweighs what is missing: the name may exist where nobody answered. */
const ranking = ['cname-loop', 'server-failure', 'no-answer', 'no-data', 'no-such-name', 'found'] as const;

/** Why no candidate exists: the most telling of their problems, with what became of each. */
export function notFound(asked: string, candidates: readonly AskedCandidate[]): Problem {
  const answers = candidates.flatMap(({ answer }) => (answer === null ? [] : [answer]));
  const decisive = mostTelling(answers, ranking);
  const evidence = [...candidates.map(describeCandidate), ...(decisive?.problem?.evidence ?? [])];
  const found = decisive?.problem ?? problem('dns.no-such-name', { name: asked });
  if (found.code === 'dns.no-such-name' && candidates.length > 1) {
    return problem('dns.no-such-name', { name: asked }, { evidence });
  }
  return { ...found, evidence };
}

/** The run stops for a decision: the answer is one of the names. */
export function ambiguous(asked: string, rivals: readonly FoundCandidate[]): Problem {
  const names = rivals.map(({ candidate }) => candidate.name);
  const [first = '', second = ''] = names;
  const evidence = rivals.map(describeCandidate);
  const remedies = names.map((value) => ({ option: 'server', value }) as const);
  return problem('dns.ambiguous-name', { name: asked, first, second }, { evidence, remedies });
}

export function noSearchList(name: string): Problem {
  const remedies = [
    { option: 'search', value: 'SUFFIX' },
    { option: 'server', value: 'NAME' },
  ] as const;
  return problem('dns.no-search-list', { name }, { remedies });
}

/** Candidates before the one that was taken whose servers did not help: the order could not be kept. */
export function brokenOrder(candidates: readonly AskedCandidate[], taken: FoundCandidate): readonly Problem[] {
  const earlier = candidates.slice(
    0,
    candidates.findIndex(({ candidate }) => candidate === taken.candidate),
  );
  const doubtful = earlier.flatMap(({ answer }) => (answer !== null && isUnsettled(answer.kind) ? [answer] : []));
  return doubtful.flatMap((answer) => {
    if (answer.problem === null) return [];
    const evidence = [`${answer.name}: ${answer.kind}`, ...answer.problem.evidence];
    return [{ ...answer.problem, evidence }];
  });
}

function isUnsettled(kind: string): boolean {
  return kind === 'server-failure' || kind === 'no-answer' || kind === 'cname-loop';
}

function describeCandidate({ candidate, answer }: AskedCandidate): string {
  const by = candidate.suffix === null ? 'as typed' : `suffix from ${candidate.suffix.source}`;
  const found = answer?.kind === 'found' ? answer.addresses.join(', ') : (answer?.kind ?? 'not asked');
  return `${candidate.name} (${by}): ${found}${answer?.server ? `, said ${answer.server}` : ''}`;
}
