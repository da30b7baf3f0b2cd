import type { Problem } from '../../../core/index.ts';
import { bestTrust, type FoundSettings, type HeardSource } from '../../../run/index.ts';
import { count } from '../units.ts';

const trusts: Readonly<Record<FoundSettings['trust'], string>> = {
  directory: 'signed in to the directory',
  'signed-dns': 'DNSSEC',
  https: 'https of the domain',
  shipped: 'comes with Waypost',
  dns: 'DNS',
  guess: 'a guess',
  http: 'http, proves nothing',
};

/** What a source came to, in two or three words. */
export function answerOf({ probe, answers }: HeardSource): string {
  if (probe === null) return 'not asked';
  if (probe.outcome === 'running') return 'asking…';
  if (probe.outcome === 'waiting') return 'waits';
  if (probe.outcome === 'skipped') return probe.because?.kind === 'needs' ? 'not asked' : 'not heard to the end';
  const servers = (answers ?? []).reduce((sum, answer) => sum + answer.servers.length, 0);
  if (servers > 0) return count(servers, 'server');
  if (probe.problems.some(({ code }) => code === 'settings.sign-in-needed')) return 'wants a sign-in';
  if (answers !== null) return 'nothing';
  return probe.problems.length > 0 && probe.problems.every(isSilence) ? 'no answer' : 'no settings';
}

/** Nobody could be heard: that says nothing about what is published. */
export function isSilence({ code }: Problem): boolean {
  return code.startsWith('net.') || code.startsWith('run.') || /^dns\.server-/.test(code);
}

/** What its best answer is worth; nothing where it named no servers. */
export function trustOf(source: HeardSource): string {
  const best = bestTrust(source);
  return best === null ? '' : trusts[best];
}
