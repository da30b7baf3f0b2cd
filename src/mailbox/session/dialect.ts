import type { MailboxReport } from '../../run/index.ts';
import type { Answer, Judge } from './answer.ts';
import type { Command } from './command.ts';

/** What a server offers after TLS. */
export interface Offer {
  readonly capabilities: readonly string[];
  /** SASL mechanisms, in the server's order. */
  readonly mechanisms: readonly string[];
  readonly passwords: NonNullable<MailboxReport['passwords']>;
}

/** A question, and how its answer is told from what else may come. */
export interface Question {
  readonly command: Command;
  readonly judge: Judge;
}

/** What IMAP and POP3 say differently on the way to a sign-in. */
export interface Dialect {
  readonly protocol: 'imap' | 'pop3';
  readonly greeting: Judge;
  readonly startTls: Question;
  readonly capabilities: Question;
  /** An answer that refuses to list capabilities counts too: POP3 servers need not know the question. */
  offerOf(answer: Answer): Offer;
}

const oauth = ['XOAUTH2', 'OAUTHBEARER'];

/**
 * Whether passwords are taken.
 *
 * @param plain whether the protocol's own sign-in (LOGIN; USER and PASS) may be used
 */
export function passwordsOf(mechanisms: readonly string[], plain: boolean): Offer['passwords'] {
  if (mechanisms.includes('PLAIN') || mechanisms.includes('LOGIN')) return 'taken';
  if (mechanisms.some((name) => oauth.includes(name))) return 'oauth2-only';
  return plain ? 'taken' : 'disabled';
}

/** Names of mechanisms as SASL has them (RFC 4422 3.1), each once; the rest is left out. */
export function mechanismsIn(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.toUpperCase()))].filter((name) => /^[A-Z0-9_-]{1,20}$/.test(name));
}
