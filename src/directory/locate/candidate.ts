import type { Problem } from '../../core/index.ts';
import type { ServiceTarget } from '../../dns/index.ts';
import { problem } from '../../problems/index.ts';
import type { CertificateReport, DcCandidateReport } from '../../run/index.ts';
import type { NetlogonAnswer } from './netlogon.ts';
import type { Locator } from './types.ts';

/** A domain controller that DNS names, and what has been seen of it so far. */
export interface Candidate {
  readonly target: ServiceTarget;
  /** The site whose records named it; null when only the domain's did. */
  readonly site: string | null;
  readonly addresses: Promise<readonly string[]>;
  readonly seen: Sighting;
}

/** Filled in as the search goes on; times in milliseconds. */
export interface Sighting {
  addresses: readonly string[];
  answer: NetlogonAnswer | null;
  /** What its answer to the ping says against asking it. */
  denial: Problem | null;
  ping: number | null;
  ldaps: number | null;
  certificate: CertificateReport | null;
  problem: Problem | null;
}

/** A candidate whose addresses are on their way; one with a name that nobody approved has a problem and none. */
export function makeCandidate(target: ServiceTarget, site: string | null, { question, dns, step }: Locator): Candidate {
  const approved = question.approves(target.host);
  const seen: Sighting = {
    addresses: target.addresses,
    answer: null,
    denial: null,
    ping: null,
    ldaps: null,
    certificate: null,
    problem: approved ? null : unapproved(target.host, question.domain),
  };
  const isKnown = target.addresses.length > 0 || !approved;
  const addresses = isKnown ? Promise.resolve(target.addresses) : dns.addresses(target.host, step);
  return {
    target,
    site,
    seen,
    addresses: addresses.then(
      (found) => {
        seen.addresses = found;
        return found;
      },
      // The question was ended: for this candidate that is the same as no address.
      () => [],
    ),
  };
}

export function siteOf({ seen, site }: Candidate): string | null {
  return seen.answer?.site ?? site;
}

function unapproved(host: string, asked: string): Problem {
  const around = host.split('.').slice(1).join('.');
  const domain = around.includes('.') ? around : host;
  const remedies = [{ option: 'approve-domain', value: domain }] as const;
  return problem('dns.unapproved-name', { name: host, asked, domain }, { remedies });
}

export function problemOf({ seen }: Candidate): Problem | null {
  return seen.denial ?? seen.problem;
}

export function sameName(one: string | null, other: string | null): boolean {
  const plain = (name: string | null) => name?.toLowerCase().replace(/\.$/, '');
  return plain(one) === plain(other);
}

/** One line of the table of domain controllers. */
export function reportCandidate(candidate: Candidate, rank: number, chosen: Candidate | null): DcCandidateReport {
  const { target, seen } = candidate;
  return {
    host: target.host,
    port: target.port,
    priority: target.priority,
    weight: target.weight,
    rank,
    addresses: [...seen.addresses],
    site: siteOf(candidate),
    closest: seen.answer?.closest ?? null,
    ping: rounded(seen.ping),
    ldaps: rounded(seen.ldaps),
    certificate: seen.certificate,
    state: candidate === chosen ? 'chosen' : stateOf(candidate),
    problem: problemOf(candidate)?.code ?? null,
  };
}

function rounded(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Math.round(milliseconds * 1_000) / 1_000;
}

function stateOf(candidate: Candidate): DcCandidateReport['state'] {
  const found = problemOf(candidate);
  if (found === null && candidate.seen.ldaps !== null) return 'usable';
  if (found === null) return 'not-tried';
  return found.code.startsWith('net.') ? 'no-answer' : 'unusable';
}
