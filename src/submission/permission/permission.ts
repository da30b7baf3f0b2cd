import { failed, type Outcome, type Problem, warned } from '../../core/index.ts';
import { talkOf } from '../../net/index.ts';
import { ended, problem } from '../../problems/index.ts';
import type { PermissionReport, Step } from '../../run/index.ts';
import type { MailAddress } from '../address/mailbox.ts';
import type { AuthenticatedRelay } from '../auth/authenticate.ts';
import { askPermission, type Finding, type PermissionQuestion } from './ask.ts';

interface Check {
  readonly relay: AuthenticatedRelay;
  /** Envelope sender. */
  readonly sender: MailAddress;
  readonly recipients: readonly PermissionQuestion[];
}

/**
 * Asks whether the relay takes mail from a signed-in sender for these recipients: MAIL, RCPT, RSET; never DATA. The
 * verdicts are reported in any case.
 *
 * @returns failed when nobody, or nobody outside, was accepted or put off; refusals of some are warnings.
 *   `smtp.relay-denied`, `smtp.sender-refused`, `smtp.recipient-refused`, `smtp.greylisted`, `smtp.unicode-not-supported`
 */
export async function checkPermission(check: Check, step: Step): Promise<Outcome<readonly PermissionReport[]>> {
  const { relay, sender, recipients } = check;
  const unsendable = unicodeObstacle(check);
  if (unsendable !== null) return failed(unsendable);
  const answer = await askPermission({ session: relay.session, sender, recipients, authenticated: true }, talkOf(step));
  const { findings, lost } = answer;
  const reports = findings.map(({ report }) => report);
  step.report({ relayPermission: reports });
  if (lost !== null) return ended(lost);
  const outside = findings.filter(({ report }) => report.scope === 'external');
  const decisive = outside.length > 0 && outside.every(isHopeless) ? outside : findings;
  const refusal = decisive.every(isHopeless) ? decisive.find(({ found }) => found !== null)?.found : null;
  return refusal ? failed(refusal) : warned(reports, distinct(findings));
}

function unicodeObstacle({ relay, sender, recipients }: Check): Problem | null {
  if (relay.session.offers('SMTPUTF8')) return null;
  const address = [sender, ...recipients.map((recipient) => recipient.address)].find(({ needsUtf8 }) => needsUtf8);
  const { host } = relay.relay;
  return address ? problem('smtp.unicode-not-supported', { address: address.text, host }) : null;
}

/** Greylisting is over after a while; nothing else is. */
function isHopeless({ report, found }: Finding): boolean {
  return report.verdict !== 'accepted' && found?.code !== 'smtp.greylisted';
}

/** A refused sender is one problem, however many recipients it keeps from being asked about. */
function distinct(findings: readonly Finding[]): Problem[] {
  const problems = findings.flatMap(({ found }) => (found === null ? [] : [found]));
  return [...new Map(problems.map((found) => [`${found.code} ${JSON.stringify(found.args)}`, found])).values()];
}
