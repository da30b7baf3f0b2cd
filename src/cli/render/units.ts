/** Milliseconds in words: `31 ms`, `2.1 s`. */
export function duration(ms: number): string {
  return ms < 999.5 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

/** Seconds with two digits, as the whole run's time is told. */
export function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(2)} s`;
}

export function count(number: number, one: string, more = `${one}s`): string {
  return `${number} ${number === 1 ? one : more}`;
}

/** An ISO time as a day: `3 December 2026`, in UTC. */
export function day(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** Days from one ISO time to another, the one that has begun counted as a whole one, as everywhere in Waypost. */
export function daysBetween(from: string, to: string): number {
  return Math.ceil((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

const steps = ['B', 'kB', 'MB', 'GB', 'TB'];

/** Octets in words, in steps of 1,024: `512 kB`, `1.5 GB`. */
export function size(octets: number): string {
  const step = octets < 1 ? 0 : Math.min(Math.floor(Math.log2(octets) / 10), steps.length - 1);
  const value = octets / 1_024 ** step;
  return `${value < 10 && !Number.isInteger(value) ? value.toFixed(1) : Math.round(value)} ${steps[step]}`;
}
