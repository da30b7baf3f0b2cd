import type { FollowRules } from '../../http/follow.ts';
import type { Question, SourceTools } from '../../source.ts';
import type { Mailbox } from './mailbox.ts';

/** What every question of this source needs. */
export interface Search {
  readonly question: Question;
  readonly tools: SourceTools;
  readonly rules: FollowRules;
}

/** One question: where, and for whom. */
export interface Hop {
  readonly url: URL;
  readonly mailbox: Mailbox;
}

export const poxPath = '/autodiscover/autodiscover.xml';

/**
 * Only hosts that are approved, and never a name above the registrable domain: clients that walked up to `autodiscover.<tld>`
 * have handed passwords to strangers.
 */
export function searchFor(question: Question, tools: SourceTools): Search {
  const mayAsk = (host: string) => tools.isApproved(host) && !/^autodiscover\.[^.]+$/.test(host);
  return { question, tools, rules: { mayAsk } };
}
