/** "Never", in two ways (MS-ADTS 2.2.1, MS-SAMR 2.2.1.1). */
const never: ReadonlySet<string> = new Set(['0', '9223372036854775807']);
const ticksPerMillisecond = 10_000n;
/** Milliseconds from 1601, where Windows begins to count, to 1970. */
const epoch = 11_644_473_600_000n;
const latestDate = 8_640_000_000_000_000n;

/**
 * A FILETIME in decimal, 100-nanosecond steps since 1601 (MS-DTYP 2.3.3), as a date.
 *
 * @returns null for "never" and for what is no such time
 */
export function fileTimeDate(text: string | undefined): Date | null {
  if (text === undefined || !/^\d{1,19}$/.test(text) || never.has(text)) return null;
  const milliseconds = BigInt(text) / ticksPerMillisecond - epoch;
  return milliseconds > latestDate ? null : new Date(Number(milliseconds));
}
