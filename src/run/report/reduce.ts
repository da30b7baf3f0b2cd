import { ownerOf } from '../../problems/index.ts';
import type { ProbeFinished, RunEvent, RunStarted } from '../event.ts';
import type { Exchange } from '../observation.ts';
import { emptyChain, mergeChain } from './chain.ts';
import { roundTripFloor } from './round-trips.ts';
import type { ProbeReport, Report } from './schema.ts';

type Observed = Extract<RunEvent, { type: 'observation' }>;

/** The report being folded, with what only the fold itself needs. */
export interface RunState {
  readonly report: Report;
  readonly waitsFor: ReadonlyMap<string, readonly string[]>;
}

export const initialState: RunState = {
  report: {
    version: 1,
    waypost: '',
    run: '',
    startedAt: '',
    duration: null,
    outcome: null,
    problem: null,
    request: null,
    chain: emptyChain,
    probes: [],
    firstFailure: null,
    roundTripFloor: { roundTrips: 0, path: [] },
    transcript: [],
  },
  waitsFor: new Map(),
};

/** The only fold: terminal, window, JSON and replay all see a run through it. Pure; an unknown event changes nothing. */
export function reduceRun(state: RunState, event: RunEvent): RunState {
  const { report } = state;
  switch (event.type) {
    case 'run-started':
      return start(event);
    case 'probe-started':
      return withProbe(state, event.probe, (probe) => ({ ...probe, outcome: 'running', startedAt: event.at }));
    case 'observation':
      return observe(state, [event]);
    case 'probe-finished':
      return finish(state, event);
    case 'run-finished': {
      const { outcome, problem, at } = event;
      const floor = roundTripFloor(report.probes, state.waitsFor);
      return { ...state, report: { ...report, outcome, problem, duration: at, roundTripFloor: floor } };
    }
    default:
      return state;
  }
}

/** The same over many events. What was observed in a row is put to what there is at once: its cost does not grow with the run. */
export function reduceEvents(state: RunState, events: Iterable<RunEvent>): RunState {
  let now = state;
  let observed: Observed[] = [];
  for (const event of events) {
    if (event.type === 'observation') {
      observed.push(event);
      continue;
    }
    now = reduceRun(observe(now, observed), event);
    observed = [];
  }
  return observe(now, observed);
}

/** The report of a whole recorded run: a support case is a fixture. */
export function replay(events: Iterable<RunEvent>): Report {
  return reduceEvents(initialState, events).report;
}

function start({ run, waypost, startedAt, request, plan }: RunStarted): RunState {
  const probes = plan.map(
    ({ id, aside }): ProbeReport => ({
      id,
      outcome: 'waiting',
      startedAt: null,
      duration: null,
      problem: null,
      problems: [],
      because: null,
      aside,
      exchanges: [],
    }),
  );
  const waitsFor = new Map(plan.map(({ id, needs, considers }) => [id, [...needs, ...considers]]));
  return { report: { ...initialState.report, run, waypost, startedAt, request, probes }, waitsFor };
}

function observe(state: RunState, observed: readonly Observed[]): RunState {
  if (observed.length === 0) return state;
  const lines: Report['transcript'][number][] = [];
  const exchanges = new Map<string, Exchange[]>();
  for (const { probe, at, observation } of observed) {
    if (observation.type === 'exchange') {
      const asked = exchanges.get(probe) ?? [];
      exchanges.set(probe, asked);
      asked.push({ ...observation });
    } else {
      const { protocol, peer, direction, text } = observation;
      lines.push({ at, protocol, peer, direction, text });
    }
  }
  const { report } = state;
  const transcript = lines.length === 0 ? report.transcript : [...report.transcript, ...lines];
  const probes = report.probes.map((probe) => {
    const more = exchanges.get(probe.id);
    return more === undefined ? probe : { ...probe, exchanges: [...probe.exchanges, ...more] };
  });
  return { ...state, report: { ...report, transcript, probes: exchanges.size === 0 ? report.probes : probes } };
}

function finish(state: RunState, event: ProbeFinished): RunState {
  const { probe: id, outcome, problems, because, startedAt, duration, chain } = event;
  const next = withProbe(state, id, (probe) => ({
    ...probe,
    outcome,
    startedAt,
    duration,
    problem: problems[0] ?? null,
    problems: [...problems],
    because,
  }));
  const merged = mergeChain(next.report.chain, chain);
  return { ...next, report: { ...next.report, chain: merged, firstFailure: firstFailure(next.report.probes) } };
}

function firstFailure(probes: readonly ProbeReport[]): Report['firstFailure'] {
  const found =
    probes.find((probe) => probe.outcome === 'failed') ??
    probes.find((probe) => probe.outcome === 'unknown' && !probe.aside);
  if (!found?.problem) return null;
  return { probe: found.id, code: found.problem.code, owner: ownerOf(found.problem) };
}

function withProbe(state: RunState, id: string, change: (probe: ProbeReport) => ProbeReport): RunState {
  const probes = state.report.probes.map((probe) => (probe.id === id ? change(probe) : probe));
  return { ...state, report: { ...state.report, probes } };
}
