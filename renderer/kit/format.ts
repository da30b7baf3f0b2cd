/** Times and numbers as people of a place write them. `locale` is BCP 47. */

/** Milliseconds: "31 ms" below a second, "2.1 s" above. */
export function duration(ms: number, locale: string): string {
  const inSeconds = ms >= 1_000;
  const value = inSeconds ? ms / 1_000 : ms;
  const unit = inSeconds ? 'second' : 'millisecond';
  const digits = inSeconds && value < 10 ? 1 : 0;
  return formatter(locale, unit, digits).format(value);
}

/** Milliseconds that are being counted: "0.4 s", "1.4 s", always with one digit. */
export function seconds(ms: number, locale: string): string {
  const options = {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'short',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  } as const;
  return (ms / 1_000).toLocaleString(locale, options);
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

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, unit: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${unit} ${digits}`;
  const known = formatters.get(key);
  if (known) return known;
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits } as const;
  const made = new Intl.NumberFormat(locale, options);
  formatters.set(key, made);
  return made;
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
