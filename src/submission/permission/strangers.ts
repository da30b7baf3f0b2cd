import { type Outcome, ok, type Problem, unknown, warned } from '../../core/index.ts';
import { talkOf } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import type { PermissionReport, Step } from '../../run/index.ts';
import type { MailAddress } from '../address/mailbox.ts';
import { type Endpoint, type Host, openSession, type SessionDeps } from '../session/open.ts';
import type { VerifiedSession } from '../session/session.ts';
import { askPermission, type PermissionQuestion } from './ask.ts';

interface StrangersCheck {
  readonly target: Host;
  readonly endpoint: Endpoint;
  /** A session nobody signs in on, when there is one already; otherwise one is opened at `endpoint`. */
  readonly spare: VerifiedSession | null;
  readonly sender: MailAddress;
  readonly recipients: readonly PermissionQuestion[];
}

/**
 * Asks on a connection of its own, without signing in, whether the relay would take mail for others: MAIL, RCPT, RSET,
 * QUIT. The verdicts are reported.
 *
 * @returns passed when strangers are refused; a warning `smtp.open-relay` for each external recipient that was accepted;
 *   unknown with the reason when it could not be asked
 */
export async function checkStrangers(
  { target, endpoint, spare, sender, recipients }: StrangersCheck,
  deps: SessionDeps,
  step: Step,
): Promise<Outcome<readonly PermissionReport[]>> {
  const talk = talkOf(step);
  const unseen = { address: null, greeting: null, tls: null };
  const opened = spare === null ? await openSession(target, endpoint, deps, talk, unseen) : ok(spare);
  if (!opened.ok) return unknown(opened.error);
  const session = opened.value;
  const askable = (address: MailAddress) => !address.needsUtf8 || session.offers('SMTPUTF8');
  const questions = askable(sender) ? recipients.filter(({ address }) => askable(address)) : [];
  const { findings, lost } = await askPermission(
    { session, sender, recipients: questions, authenticated: false },
    talk,
  );
  session.quit();
  const reports = findings.map(({ report }) => report);
  step.report({ relayPermission: reports });
  const openTo = reports.filter(({ scope, verdict }) => scope === 'external' && verdict === 'accepted');
  if (openTo.length === 0 && lost !== null) return unknown(lost);
  return warned(
    reports,
    openTo.map((report) => openRelay(target.host, report)),
  );
}

function openRelay(host: string, { recipient, reply }: PermissionReport): Problem {
  const evidence = reply === null ? [] : [`RCPT without sign-in: ${reply.code} ${reply.text}`];
  return problem('smtp.open-relay', { host, recipient }, { evidence });
}
