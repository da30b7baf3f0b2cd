import type { OriginEvidence } from '../origin.ts';
import type { OsRecorder } from '../os-recorder.ts';
import { type Author, NETWORK_MANAGER, RESOLVED } from './author.ts';
import { linkTitle, type ResolvedLink } from './links.ts';
import { networkdEvidence, networkManagerEvidence } from './origins.ts';
import type { ResolvConf } from './resolv-conf.ts';
import { asksResolved, readResolved, resolvedConfEvidence } from './resolved.ts';

/** What the programs that manage the network tell beyond the resolv.conf they wrote. */
export interface Managed {
  readonly links: readonly ResolvedLink[];
  readonly evidence: readonly OriginEvidence[];
  readonly notes: readonly string[];
}

/** Asks the managers that this resolv.conf shows to be in charge; a file written by hand costs no process at all. */
export async function readManagers(
  recorder: OsRecorder,
  signal: AbortSignal,
  conf: ResolvConf,
  author: Author,
): Promise<Managed> {
  if (author !== RESOLVED && !asksResolved(conf)) {
    const evidence = author === NETWORK_MANAGER ? await networkManagerEvidence(recorder, signal) : [];
    return { links: [], evidence, notes: [] };
  }
  const [links, networkd, profiles, configured] = await Promise.all([
    readResolved(recorder, signal),
    networkdEvidence(recorder, signal),
    networkManagerEvidence(recorder, signal),
    resolvedConfEvidence(recorder),
  ]);
  const evidence = [...networkd, ...profiles, ...configured];
  if (links === null) {
    const notes = ['systemd-resolved is in charge, but resolvectl tells nothing about its links'];
    return { links: [], evidence, notes };
  }
  const takers = links.filter((link) => link.domains.some(({ domain }) => domain === '.'));
  const notes = takers.map((link) => `${linkTitle(link)} takes all names (~.)`);
  return { links, evidence, notes };
}
