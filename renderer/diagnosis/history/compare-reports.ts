import {
  type Chain,
  type Link,
  linksOf,
  ownProblems,
  type PermissionReport,
  type Report,
} from '../../../src/run/index.ts';
import { chainFacts } from './chain-facts.ts';
import type { Difference } from './difference.ts';

/**
 * What changed from one run to another, most important first: how it ended, problems that came and went, links, facts,
 * permissions, domain controllers, delivery notices, and times that differ by more than half and 50 milliseconds.
 */
export function compareReports(left: Report, right: Report): readonly Difference[] {
  return [
    ...outcomes(left, right),
    ...problems(left, right),
    ...links(left, right),
    ...facts(left.chain, right.chain),
    ...permissions(left.chain, right.chain),
    ...controllers(left.chain, right.chain),
    ...notices(left.chain, right.chain),
    ...durations(left, right),
  ];
}

function outcomes(left: Report, right: Report): Difference[] {
  return left.outcome === right.outcome ? [] : [{ kind: 'outcome', left: left.outcome, right: right.outcome }];
}

function problems(left: Report, right: Report): Difference[] {
  const before = problemsOf(left);
  const after = problemsOf(right);
  const came = [...after].filter(([key]) => !before.has(key));
  const went = [...before].filter(([key]) => !after.has(key));
  return [
    ...came.map(([, problem]): Difference => ({ kind: 'problem', change: 'new', problem })),
    ...went.map(([, problem]): Difference => ({ kind: 'problem', change: 'gone', problem })),
  ];
}

/** A run's problems without mere consequences. Numbers in them (seconds, days, ports) do not make another problem of one. */
function problemsOf(report: Report) {
  const all = linksOf(report);
  const told = all.flatMap((_, place) => ownProblems(all, place).told);
  return new Map(told.map((problem) => [JSON.stringify([problem.code, textsOf(problem.args)]), problem]));
}

function textsOf(args: Readonly<Record<string, string | number>>) {
  return Object.entries(args).filter(([, value]) => typeof value === 'string');
}

function links(left: Report, right: Report): Difference[] {
  return pairs(linksOf(left), linksOf(right), ({ id }) => id).flatMap(([link, before, after]): Difference[] => {
    const [was, is] = [before?.state ?? null, after?.state ?? null];
    return was === is ? [] : [{ kind: 'link', link, left: was, right: is }];
  });
}

/** A fact that only one of the runs asked for is told by the links. */
function facts(left: Chain, right: Chain): Difference[] {
  const after = new Map(chainFacts(right).map(({ fact, value }) => [fact, value]));
  return chainFacts(left).flatMap(({ fact, value }): Difference[] => {
    const now = after.get(fact) ?? '';
    return value === now ? [] : [{ kind: 'fact', fact, left: value, right: now }];
  });
}

function permissions(left: Chain, right: Chain): Difference[] {
  const all = pairs(left.relayPermission, right.relayPermission, permissionKey);
  return all.flatMap(([, before, after]): Difference[] => {
    const permission = after ?? before;
    const [was, is] = [before?.verdict ?? 'not-checked', after?.verdict ?? 'not-checked'];
    return permission === undefined || was === is ? [] : [{ kind: 'permission', permission, left: was, right: is }];
  });
}

function permissionKey({ sender, recipient, authenticated }: PermissionReport): string {
  return JSON.stringify([sender, recipient, authenticated]);
}

function controllers(left: Chain, right: Chain): Difference[] {
  const [before, after] = [left.domainController?.candidates ?? [], right.domainController?.candidates ?? []];
  return pairs(before, after, ({ host }) => host).flatMap(([host, one, other]): Difference[] => {
    const [was, is] = [one?.state ?? null, other?.state ?? null];
    return was === is ? [] : [{ kind: 'controller', host, left: was, right: is }];
  });
}

function notices(left: Chain, right: Chain): Difference[] {
  const [before, after] = [left.custody?.recipients ?? [], right.custody?.recipients ?? []];
  return pairs(before, after, ({ address }) => address).flatMap(([recipient, one, other]): Difference[] => {
    const [was, is] = [one?.notice?.action ?? null, other?.notice?.action ?? null];
    return was === is ? [] : [{ kind: 'notice', recipient, left: was, right: is }];
  });
}

function durations(left: Report, right: Report): Difference[] {
  const whole = { left: left.duration, right: right.duration };
  const single = pairs(linksOf(left), linksOf(right), ({ id }) => id).map(
    ([link, before, after]) => ({ link, left: timeOf(before), right: timeOf(after) }) as const,
  );
  return [{ link: null, ...whole }, ...single].flatMap((one): Difference[] => {
    if (one.left === null || one.right === null || !differs(one.left, one.right)) return [];
    return [{ kind: 'duration', link: one.link, left: one.left, right: one.right }];
  });
}

function timeOf(link: Link | undefined): number | null {
  return link?.duration ?? null;
}

/** Milliseconds that nobody notices. */
const unnoticed = 50;

function differs(left: number, right: number): boolean {
  const by = Math.abs(left - right);
  return by > unnoticed && by > Math.min(left, right) / 2;
}

/** Elements of two lists by key, in the order of the later list, then what only the earlier one has. */
function pairs<T>(left: readonly T[], right: readonly T[], keyOf: (one: T) => string) {
  const before = new Map(left.map((one) => [keyOf(one), one]));
  const after = new Map(right.map((one) => [keyOf(one), one]));
  return [...new Set([...after.keys(), ...before.keys()])].map(
    (key) => [key, before.get(key), after.get(key)] as const,
  );
}
