import type { ProbeReport, Report } from '../../../../src/run/index.ts';

export type ExchangeReport = ProbeReport['exchanges'][number];

/** From where to where, in thousandths of the axis. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface CriticalPart {
  /** The probe's questions on the critical path, whole and in order. */
  readonly exchanges: readonly ExchangeReport[];
  readonly roundTrips: number;
}

/** The probes that lie on the critical path, which is known when the run is over. */
export function criticalParts(report: Report): ReadonlyMap<string, CriticalPart> {
  const parts = new Map<string, { steps: Set<string>; roundTrips: number }>();
  for (const { probe, step, roundTrips } of report.roundTripFloor.path) {
    const part = parts.get(probe) ?? { steps: new Set(), roundTrips: 0 };
    part.steps.add(step);
    parts.set(probe, { steps: part.steps, roundTrips: part.roundTrips + roundTrips });
  }
  return new Map(
    report.probes.flatMap((probe) => {
      const part = parts.get(probe.id);
      if (part === undefined) return [];
      const exchanges = probe.exchanges.filter((one) => part.steps.has(stepOf(one)));
      return [[probe.id, { exchanges, roundTrips: part.roundTrips }] as const];
    }),
  );
}

/** How the round-trip floor names a question. */
function stepOf({ protocol, peer, asked }: ExchangeReport): string {
  return `${protocol} ${peer} ${asked}`;
}

/** The latest moment that a report knows of, in milliseconds from its start. */
export function latestMoment({ duration, probes }: Report): number {
  let latest = duration ?? 0;
  for (const probe of probes) {
    latest = Math.max(latest, (probe.startedAt ?? 0) + (probe.duration ?? 0));
    const last = probe.duration === null ? probe.exchanges.at(-1) : undefined;
    if (last) latest = Math.max(latest, last.startedAt + last.duration);
  }
  return latest;
}

/** A probe's bar; null before it is begun and when it was not tried. */
export function barOf({ startedAt, duration, outcome }: ProbeReport, end: number, now: number): Span | null {
  if (startedAt === null || outcome === 'skipped' || outcome === 'waiting') return null;
  return spanOf(startedAt, duration === null ? Math.max(now, startedAt) : startedAt + duration, end);
}

export function spanOf(from: number, to: number, end: number): Span {
  const place = (at: number) => Math.max(0, Math.min(1_000, (at / end) * 1_000));
  return { from: place(from), to: place(to) };
}

/** So many questions that run at once are told apart. */
const mostLanes = 3;
/** What is closer together than this, in thousandths of the axis, is drawn as one: about a pixel. */
const pixel = 1.5;

/**
 * The questions of a probe in lanes, so that what ran at once lies above one another. However many there are, a lane has
 * no more spans than the screen has pixels.
 */
export function lanesOf(exchanges: readonly ExchangeReport[], end: number): readonly (readonly Span[])[] {
  const lanes: Span[][] = [];
  const sorted = [...exchanges].sort((left, right) => left.startedAt - right.startedAt);
  for (const { startedAt, duration } of sorted) {
    const span = spanOf(startedAt, startedAt + duration, end);
    const free = lanes.findIndex((lane) => (lane.at(-1)?.to ?? 0) <= span.from);
    const place = free === -1 ? Math.min(lanes.length, mostLanes - 1) : free;
    const lane = lanes[place] ?? [];
    lanes[place] = lane;
    put(lane, span);
  }
  return lanes;
}

function put(lane: Span[], span: Span): void {
  const last = lane.at(-1);
  if (last === undefined || span.from - last.to >= pixel) lane.push(span);
  else if (isLong(last) && isLong(span)) lane.push({ from: Math.max(span.from, last.to + pixel), to: span.to });
  else lane[lane.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
}

/** Two of these that follow one another at once are set apart. */
function isLong({ from, to }: Span): boolean {
  return to - from > 4 * pixel;
}
