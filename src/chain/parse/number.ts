import { err, ok } from '../../core/index.ts';
import type { Security } from '../request.ts';
import type { Parsed } from './parsed.ts';

/** Seconds that a run may take at most. */
export const longestTimeout = 3_600;

export const securities: readonly Security[] = ['implicit', 'starttls'];

/** A TCP or UDP port. */
export function parsePort(text: string): Parsed<number> {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? ok(port) : err('not-a-port');
}

/** Seconds, also with a fraction → milliseconds. */
export function parseSeconds(text: string): Parsed<number> {
  const seconds = /^\d{1,5}(\.\d{1,3})?$/.test(text) ? Number(text) : 0;
  return seconds >= 0.1 && seconds <= longestTimeout ? ok(Math.round(seconds * 1_000)) : err('not-seconds');
}

/** The kind of TLS that a port of the relay speaks. */
export function parseSecurity(text: string): Parsed<Security> {
  const found = securities.find((security) => security === text);
  return found === undefined ? err('not-security') : ok(found);
}
