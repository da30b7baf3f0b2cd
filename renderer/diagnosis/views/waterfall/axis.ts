/** The time axis: from 0 to `end`, with a tick every `step` milliseconds. */
export interface Axis {
  readonly end: number;
  readonly step: number;
  readonly ticks: readonly number[];
}

/** While a run goes on, the axis is at least so long (milliseconds): the first answers move nothing. */
const leastWhileRunning = 500;

/**
 * Where an axis ends on which the latest moment has its place: at a round time, so that a run that goes on rescales it a
 * few times only: 0.5, 1, 2, 5, 10 … s. A run that is over gets the room that it needs.
 */
export function axisEnd(latest: number, running: boolean): number {
  return running
    ? roundUp(Math.max(latest, leastWhileRunning), [1, 2, 5])
    : roundUp(Math.max(latest, 1), [1, 1.5, 2, 3, 4, 5, 6, 8]);
}

export function axisTo(end: number): Axis {
  const step = roundUp(end / 6, [1, 2, 5]);
  const count = Math.floor(end / step + 0.001);
  return { end, step, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) };
}

/** The least of the mantissas times a power of ten that is not below a value. */
function roundUp(value: number, mantissas: readonly number[]): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const mantissa = mantissas.find((one) => one * power >= value * 0.999_999);
  return mantissa === undefined ? power * 10 : mantissa * power;
}
