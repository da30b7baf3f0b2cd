import { err, ok, type Result } from '../../core/index.ts';

const longestTimeout = 3_600;

/** A TCP or UDP port. The error is what to write instead. */
export function parsePort(text: string): Result<number, string> {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? ok(port) : err('a port is a whole number from 1 to 65535, for example 587');
}

/** Seconds, also with a fraction → milliseconds. The error is what to write instead. */
export function parseSeconds(text: string): Result<number, string> {
  const seconds = /^\d{1,5}(\.\d{1,3})?$/.test(text) ? Number(text) : 0;
  return seconds >= 0.1 && seconds <= longestTimeout
    ? ok(Math.round(seconds * 1_000))
    : err(`give seconds from 0.1 to ${longestTimeout}, for example 30`);
}
