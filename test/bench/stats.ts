/** The median and the range of some measurements, all in the unit of the measurements. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) throw new RangeError('spread: nothing was measured');
  const middle = (sorted.length - 1) / 2;
  const [below = least, above = most] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return { median: (below + above) / 2, least, most };
}

export function median(values: readonly number[]): number {
  return spread(values).median;
}

/** The item whose measure is closest to the median of all. */
export function typical<T>(items: readonly T[], measure: (item: T) => number): T {
  const middle = median(items.map(measure));
  const distance = (item: T) => Math.abs(measure(item) - middle);
  return items.reduce((best, item) => (distance(item) < distance(best) ? item : best));
}
