import { lookup } from 'node:dns/promises';
import { abortReason, deadline, type Problem, times, untilAborted } from '../core/index.ts';
import { isAddress } from '../net/index.ts';
import { problem } from '../problems/index.ts';
import type { Step } from '../run/index.ts';
import type { ResolvedName } from './name/question.ts';

/** What the operating system's resolver says: hosts file, caches, VPN rules and all. */
export interface SystemAnswer {
  readonly addresses: readonly string[];
  /** The system's error code, such as `ENOTFOUND`, or that it did not answer in time; null when there are addresses. */
  readonly error: string | null;
}

const noAnswer = 'no answer in time';

/** Asks as other programs do, with `getaddrinfo`. That cannot be cancelled: at the deadline it is no longer waited for. */
export async function systemLookup(name: string, step: Step): Promise<SystemAnswer> {
  const limit = deadline(step.signal, times.systemResolver);
  const done = step.exchange('system', 'getaddrinfo', name, 0);
  try {
    if (limit.signal.aborted) throw abortReason(limit.signal);
    const found = await untilAborted(lookup(name, { all: true, verbatim: true }), limit.signal);
    const addresses = [...new Set(found.map(({ address }) => address))];
    done(addresses.join(', '));
    return { addresses, error: null };
  } catch (thrown) {
    const error = limit.signal.aborted ? noAnswer : codeOf(thrown);
    done(error);
    return { addresses: [], error };
  } finally {
    limit.clear();
  }
}

/**
 * Whether other programs will reach the same host.
 *
 * @returns `dns.disagreement` when the system names no address that DNS names; null when it does, or has not answered
 */
export function compareWithSystem(resolved: ResolvedName, system: SystemAnswer): Problem | null {
  const { asked, addresses } = resolved;
  if (system.error === noAnswer || isAddress(resolved.fqdn)) return null;
  if (system.addresses.some((address) => addresses.includes(address))) return null;
  const ours = addresses.join(', ');
  const theirs = system.error ?? system.addresses.join(', ');
  const evidence = [`DNS: ${resolved.fqdn} ${ours}`, `system: ${theirs}`];
  return problem('dns.disagreement', { name: asked, ours, theirs }, { evidence });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
