/** Times and numbers as people of a place write them. `locale` is BCP 47. */

const sizeUnits = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

type Unit = 'ms' | 's' | 'min' | 'h' | 'd' | (typeof sizeUnits)[number];

// The symbols of the SI are the same in every language; the number is not.
const inUnit = (value: number, digits: Intl.NumberFormatOptions, symbol: Unit, locale: string) =>
  `${numberFormat(locale, digits).format(value)}\u00a0${symbol}`;

/** Making one takes longer than using it a hundred times, and a long report has thousands of times in it. */
const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, digits: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${digits.minimumFractionDigits} ${digits.maximumFractionDigits}`;
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(locale, digits);
  numberFormats.set(key, format);
  return format;
}

/** Milliseconds: "31 ms" below a second, "2.1 s" above. */
export function duration(ms: number, locale: string): string {
  if (ms < 1_000) return inUnit(ms, { maximumFractionDigits: 0 }, 'ms', locale);
  return inUnit(ms / 1_000, { maximumFractionDigits: ms < 10_000 ? 1 : 0 }, 's', locale);
}

/** Milliseconds that are being counted: "0.4 s", "1.4 s", always with as many digits. */
export function seconds(ms: number, locale: string, digits = 1): string {
  return inUnit(ms / 1_000, { minimumFractionDigits: digits, maximumFractionDigits: digits }, 's', locale);
}

/** Milliseconds that may be hours: "2.1 s", "4 min", "2.5 h", "3 d". */
export function longDuration(ms: number, locale: string): string {
  if (ms < 60_000) return duration(ms, locale);
  if (ms < 3_600_000) return inUnit(ms / 60_000, { maximumFractionDigits: 0 }, 'min', locale);
  if (ms < 86_400_000) return inUnit(ms / 3_600_000, { maximumFractionDigits: 1 }, 'h', locale);
  return inUnit(ms / 86_400_000, { maximumFractionDigits: 0 }, 'd', locale);
}

/** Octets, in steps of 1,024: "512 kB", "1.5 GB". */
export function size(octets: number, locale: string): string {
  const step = octets < 1 ? 0 : Math.min(Math.floor(Math.log2(octets) / 10), sizeUnits.length - 1);
  const value = octets / 1_024 ** step;
  return inUnit(value, { maximumFractionDigits: value < 10 ? 1 : 0 }, sizeUnits[step] ?? 'B', locale);
}

/** "a, b and c" */
export function listed(texts: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(texts);
}

/** A day: "3 December 2026". Takes ISO 8601. */
export function day(iso: string, locale: string): string {
  return dateFormat(locale, { dateStyle: 'long' })(iso);
}

/** A day that is near: "3 December". Takes ISO 8601. */
export function dayAlone(iso: string, locale: string): string {
  return dateFormat(locale, { day: 'numeric', month: 'long' })(iso);
}

/** A day and a time of it: "24 Nov 2026, 07:41:05". Takes ISO 8601. */
export function moment(iso: string, locale: string): string {
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' })(iso);
}

export function count(value: number, locale: string): string {
  return value.toLocaleString(locale);
}

/** Whole days from one moment to another, both ISO 8601; negative when it is past. */
export function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): (iso: string) => string {
  return (iso) => {
    const date = new Date(iso);
    return Number.isNaN(date.getTime()) ? iso : date.toLocaleString(locale, options);
  };
}

/** Days from now: "in 9 days", "tomorrow". */
export function inDays(days: number, locale: string): string {
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
}
