import { type AttemptBudget, failed, type Outcome, type Secret, skipped } from '../core/index.ts';
import { problem, unusableCredentials } from '../problems/index.ts';
import type { Step } from '../run/index.ts';
import { type SignedInImap, signInToImap } from './imap/sign-in.ts';
import { type SignedInPop3, signInToPop3 } from './pop3/sign-in.ts';
import type { OpenMailbox } from './session/open.ts';

export interface MailboxSignIn {
  readonly mailbox: OpenMailbox;
  /** In the form that the server wants it; no other form is tried. */
  readonly user: string;
  readonly password: Secret;
  readonly budget: AttemptBudget;
}

export type SignedInMailbox = SignedInImap | SignedInPop3;

/**
 * Signs in to a mailbox, exactly once.
 *
 * @returns of `imap.*` or `pop3.*`: `auth-rejected`, `auth-unavailable`, `login-disabled`, `protocol-error`;
 *   `settings.browser-only`, `pop3.mailbox-locked`, `input.invalid`, `net.*`; skipped when the run's one failing attempt is
 *   spent
 */
export async function signInToMailbox(signIn: MailboxSignIn, step: Step): Promise<Outcome<SignedInMailbox>> {
  const { mailbox, user, password, budget } = signIn;
  const { host, protocol } = mailbox.server;
  const unusable = unusableCredentials(user, password);
  if (unusable !== null) return failed(unusable);
  if (mailbox.passwords === 'oauth2-only') return failed(problem('settings.browser-only', { host }));
  if (mailbox.passwords === 'disabled') return failed(problem(`${protocol}.login-disabled`, { host }));
  if (budget.begin() === 'refused') return skipped({ kind: 'attempt-spent' });
  return protocol === 'imap' ? signInToImap(signIn, step) : signInToPop3(signIn, step);
}
