import type { Problem } from '../../core/index.ts';
import type { ProbeReport, Report } from '../report/schema.ts';

export type LinkState = ProbeReport['outcome'];

/** One link of the chain as a view shows it: the probes that belong to it, in one line. */
export interface Link {
  /** `dns`, `dc`, `ldap`, `relay`, `message` or `mx`. */
  readonly id: string;
  /** The ids of its probes, in chain order. */
  readonly probes: readonly string[];
  readonly state: LinkState;
  /** False while one of its probes, side questions too, may still add something. */
  readonly settled: boolean;
  /** Milliseconds from the start of the run; null before the link is begun. */
  readonly startedAt: number | null;
  /** Milliseconds; null while it is not done. */
  readonly duration: number | null;
  readonly problems: readonly Problem[];
}

/** What the operating system tells is no link of its own; it is shown with the link after it, or else with the one before. */
const preparation = 'os';

/** Made ready while the links before are still being followed: done, it says nothing about its own link. */
const aheadOfTime: readonly string[] = ['message.compose'];

function isMadeReady({ id, outcome }: ProbeReport): boolean {
  return aheadOfTime.includes(id) && outcome !== 'failed';
}

/** Which domains may be believed is asked for the domain controller, too, when there is no mail server to look for. */
function isPreparation(probe: ProbeReport): boolean {
  return linkOf(probe) === preparation || probe.id === 'dns.approved-domains';
}

/** The links of a run, in the order of its plan, which stays the same while it runs. */
export function linksOf(report: Report): Link[] {
  const groups = new Map<string, ProbeReport[]>();
  const early: ProbeReport[] = [];
  for (const probe of report.probes) {
    const link = isPreparation(probe) ? preparation : linkOf(probe);
    const group = groups.get(link);
    if (link === preparation) early.push(probe);
    else if (group) group.push(probe);
    else groups.set(link, [...early.splice(0), probe]);
  }
  const last = [...groups.keys()].at(-1) ?? preparation;
  if (early.length > 0) groups.set(last, [...(groups.get(last) ?? []), ...early]);
  return [...groups].map(([id, probes]) => makeLink(id, probes));
}

/** The link that a probe belongs to, by its id. */
export function linkOf({ id }: Pick<ProbeReport, 'id'>): string {
  return id.split('.')[0] ?? id;
}

function makeLink(id: string, probes: readonly ProbeReport[]): Link {
  const main = probes.filter((probe) => !probe.aside && !isMadeReady(probe));
  const own = main.filter((probe) => !isPreparation(probe) && probe.outcome !== 'skipped');
  const starts = own.flatMap(({ startedAt }) => (startedAt === null ? [] : [startedAt]));
  const ends = own.flatMap(({ startedAt, duration }) =>
    startedAt === null || duration === null ? [] : [startedAt + duration],
  );
  const startedAt = starts.length > 0 ? Math.min(...starts) : null;
  const done = main.every(isDone);
  return {
    id,
    probes: probes.map((probe) => probe.id),
    state: stateOf(main, own, probes),
    settled: probes.every(isDone),
    startedAt,
    duration: done && startedAt !== null && ends.length > 0 ? Math.max(...ends) - startedAt : null,
    problems: probes.flatMap((probe) => probe.problems),
  };
}

function isDone({ outcome }: ProbeReport): boolean {
  return outcome !== 'running' && outcome !== 'waiting';
}

/** The worst of a link's probes speaks for it; side questions only add their warnings. */
function stateOf(main: readonly ProbeReport[], own: readonly ProbeReport[], all: readonly ProbeReport[]): LinkState {
  const has = (outcome: LinkState) => main.some((probe) => probe.outcome === outcome);
  if (has('failed')) return 'failed';
  if (has('running')) return 'running';
  if (has('waiting')) return own.some(isDone) ? 'running' : 'waiting';
  if (has('unknown')) return 'unknown';
  if (main.some(isLeftOut)) return 'skipped';
  return all.some(({ outcome, aside }) => outcome === 'warned' || (aside && outcome === 'failed'))
    ? 'warned'
    : 'passed';
}

/** Skipped for want of something; what nobody asked for leaves no gap. */
function isLeftOut({ outcome, because }: ProbeReport): boolean {
  return outcome === 'skipped' && (because?.kind === 'needs' || because?.kind === 'attempt-spent');
}
