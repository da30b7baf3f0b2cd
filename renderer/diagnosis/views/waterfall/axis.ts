/** The time axis: from 0 to `end`, with a tick every `step` milliseconds. */
export interface Axis {
  readonly end: number;
  readonly step: number;
  readonly ticks: readonly number[];
}

const mantissas = [1, 2, 5];

/** While a run goes on, the axis is at least so long (milliseconds): the first answers move nothing. */
const leastWhileRunning = 500;

/** An axis that ends at a round time, so that a run that goes on rescales it a few times only: 0.5, 1, 2, 5, 10 … s. */
export function axisFor(latest: number, running: boolean): Axis {
  const end = roundUp(Math.max(latest, running ? leastWhileRunning : 1));
  const step = roundUp(end / 6);
  const count = Math.floor(end / step);
  return { end, step, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) };
}

/** The least of 1, 2, 5, 10, 20, 50 … that is not below a value. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const mantissa = mantissas.find((one) => one * power >= value * 0.999_999);
  return mantissa === undefined ? power * 10 : mantissa * power;
}
