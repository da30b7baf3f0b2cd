import type { AttemptBudget, Clock, Outcome, Turns } from '../core/index.ts';
import type { Resolver } from '../dns/index.ts';
import type { FoundSettings, Step } from '../run/index.ts';
import type { Credentials } from './http/credentials.ts';
import type { Web } from './http/web.ts';

/** Whose settings are looked for. */
export interface Question {
  /** The whole address; null when only a domain is known. */
  readonly address: string | null;
  readonly localPart: string | null;
  /** Lower case, in ASCII (RFC 5890). */
  readonly domain: string;
}

/** A password that a source may use, once, as long as no attempt of this run has failed. */
export interface SignIn extends Credentials {
  readonly attempts: AttemptBudget;
  /** Only one password may be on its way at a time. */
  readonly inTurn: Turns;
}

/** Where mail servers listen; other numbers than the registered ones only in test worlds. */
export interface MailPorts {
  readonly imaps: number;
  readonly imap: number;
  readonly pop3s: number;
  readonly pop3: number;
  readonly submissions: number;
  readonly submission: number;
}

/** What sources may use. */
export interface SourceTools {
  readonly resolver: Resolver;
  readonly web: Web;
  readonly ports: MailPorts;
  /** What short names are completed with on this machine, in its order. */
  readonly suffixes: readonly string[];
  readonly clock: Clock;
  /** Whether a host may be told who asks, and be believed to speak for the mail domain: it is approved, or in that domain. */
  isApproved(host: string): boolean;
  /** Whether a DNS server's word that DNSSEC vouches for an answer counts: it is on this machine, or somebody said so. */
  validates(server: string | null): boolean;
  /** The registrable domain of a host, by the public suffix list: whose host it is; null for a public suffix. */
  organisationOf(host: string): string | null;
  /** Plain http may be asked, where a policy allows it; its answers are never trusted. */
  readonly plainHttp: boolean;
  /** Whether a host that is approved, and has proved its name, may be told the person's address. */
  readonly mayTellAddress: boolean;
  /** What a host that is approved may be told over verified TLS; null, or no such function, where it may be told nothing. */
  signIn?(host: string): SignIn | null;
}

/**
 * Asks one source. What it has: one entry for each place that answered; empty when it says that there is nothing. Places
 * that answered with something else are warnings, and fail the source when nothing else was heard.
 */
export type Source = (question: Question, tools: SourceTools, step: Step) => Promise<Outcome<readonly FoundSettings[]>>;
