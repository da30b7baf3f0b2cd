import { readFileSync, statSync } from 'node:fs';
import type { World } from '../world/index.ts';
import { until } from '../world/until.ts';
import type { Person } from './person.ts';

/** Waits for a line that Dovecot writes from now on, and returns what the pattern has found in it. */
export function nextInMailboxLog(world: World, pattern: RegExp): () => Promise<RegExpExecArray> {
  const log = world.log('dovecot-events.log');
  const start = statSync(log).size;
  const since = () => readFileSync(log).subarray(start).toString();
  return () =>
    until(`${pattern} in ${log}`, () => pattern.exec(since()) ?? undefined, { timeout: 40_000, explain: since });
}

/** They have signed in to their mailbox over TLS. */
export function nextSignIn(world: World, { sam }: Person): () => Promise<RegExpExecArray> {
  const from = world.client.address.replaceAll('.', '\\.');
  const login = new RegExp(`imap-login: Info: Login: user=<${sam}>, method=\\w+, rip=${from}, .*TLS`);
  return nextInMailboxLog(world, login);
}
