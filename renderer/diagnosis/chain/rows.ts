import { describe } from '../../../src/problems/index.ts';
import { type Link, type LinkState, linksOf, type ProbeReport, type Report } from '../../../src/run/index.ts';
import type { Spoken } from '../../words/context.tsx';
import { factsOf } from './facts.ts';
import { firstBroken } from './first-broken.ts';
import { nameOf } from './names.ts';

/** A row of the tree, in plain values: a row that has not changed is not drawn again. */
export interface Row {
  /** Of a link (`dns`) or of one of its probes (`dns.name`). */
  readonly id: string;
  readonly level: 1 | 2;
  /** Its place among its siblings, from 1, and how many they are. */
  readonly place: number;
  readonly siblings: number;
  readonly state: LinkState;
  readonly name: string;
  readonly note: string;
  readonly startedAt: number | null;
  readonly duration: number | null;
  readonly isFirstBroken: boolean;
  /** Not tried because of what is broken before it. */
  readonly isConsequence: boolean;
}

/** The rows of a run, those of probes where their link is opened, in the order of its plan, which stays the same while it runs. */
export function rowsOf(report: Report, opened: ReadonlySet<string>, spoken: Spoken): Row[] {
  const links = linksOf(report);
  const broken = firstBroken(report, links);
  const brokenPlace = broken === null ? links.length : links.indexOf(broken.link);
  const probes = new Map(report.probes.map((probe) => [probe.id, probe]));
  return links.flatMap((link, place) => {
    const row: Row = {
      id: link.id,
      level: 1,
      place: place + 1,
      siblings: links.length,
      state: link.state,
      name: nameOf(link.id, spoken.words),
      note: linkNote(link, report, spoken),
      startedAt: link.startedAt,
      duration: link.duration,
      isFirstBroken: place === brokenPlace,
      isConsequence: place > brokenPlace && link.state === 'skipped',
    };
    if (!opened.has(link.id)) return [row];
    const own = link.probes.flatMap((id) => probes.get(id) ?? []);
    return [row, ...own.map((probe, i) => probeRow(probe, i, own.length, broken?.probe, spoken))];
  });
}

function probeRow(
  probe: ProbeReport,
  index: number,
  siblings: number,
  broken: string | undefined,
  spoken: Spoken,
): Row {
  return {
    id: probe.id,
    level: 2,
    place: index + 1,
    siblings,
    state: probe.outcome,
    name: nameOf(probe.id, spoken.words),
    note: skipNote(probe, spoken),
    startedAt: probe.outcome === 'skipped' ? null : probe.startedAt,
    duration: probe.outcome === 'skipped' ? null : probe.duration,
    isFirstBroken: probe.id === broken,
    isConsequence: probe.outcome === 'skipped' && probe.because?.kind === 'needs',
  };
}

/** Why a probe was not tried, in words; empty where it was. */
export function skipNote({ because }: ProbeReport, { words }: Spoken): string {
  if (because === null) return '';
  const { skipped } = words.diagnosis.chain;
  return because.kind === 'needs' ? skipped.needs(nameOf(because.probe, words)) : skipped[because.kind];
}

function linkNote(link: Link, report: Report, spoken: Spoken): string {
  const { words } = spoken;
  const { doings, needsDecision, signInNotTried } = words.diagnosis.chain;
  if (link.state === 'waiting') return '';
  const facts = factsOf(link.id, report, spoken);
  if (link.state === 'running' && facts.length === 0) return doings[link.id as keyof typeof doings] ?? '';
  // The relay is found without anybody's password, and only then used.
  if (link.state === 'skipped' && link.id === 'relay' && facts.length > 0)
    return [...facts, signInNotTried].join(' · ');
  if (link.state === 'skipped') return words.problem.states.skipped;
  const isDecision =
    link.state === 'unknown' && link.problems.some((problem) => describe(problem).severity === 'decision');
  return [...facts, ...(isDecision ? [needsDecision] : [])].join(' · ');
}
