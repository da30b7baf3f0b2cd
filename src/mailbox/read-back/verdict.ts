import { type Problem, times } from '../../core/index.ts';
import { explainStatus, problem } from '../../problems/index.ts';
import type { CustodyReport, DeliveryNotice } from '../../run/index.ts';

type Recipient = CustodyReport['recipients'][number];

/**
 * What is wrong with where a message has got to, the worst first: recipients who will not get it, those who do not get it
 * yet, an arrival among the junk, and that it has not been seen although its sender is among its recipients.
 *
 * @param host whose mailbox it was looked for in
 */
export function custodyProblems(
  { arrival, recipients }: Pick<CustodyReport, 'arrival' | 'recipients'>,
  { toSelf, host }: { readonly toSelf: boolean; readonly host: string },
): Problem[] {
  const failed = recipients.flatMap((one) => noticed(one, 'failed', 'custody.delivery-failed'));
  const delayed = recipients.flatMap((one) => noticed(one, 'delayed', 'custody.delivery-delayed'));
  const place = arrival?.role === 'junk' ? [problem('custody.in-junk', { folder: arrival.folder, host })] : [];
  const isMissing = toSelf && arrival === null && failed.length === 0;
  const missing = isMissing ? [problem('custody.not-arrived', { seconds: times.readBack / 1_000, host })] : [];
  return [...failed, ...delayed, ...place, ...missing];
}

function noticed(
  { address, notice }: Recipient,
  action: DeliveryNotice['action'],
  code: 'custody.delivery-failed' | 'custody.delivery-delayed',
): Problem[] {
  if (notice?.action !== action) return [];
  return [problem(code, { recipient: address, reporter: notice.reportedBy ?? '?' }, { evidence: evidenceOf(notice) })];
}

function evidenceOf({ status, diagnostic, remoteMta }: DeliveryNotice): string[] {
  const meaning = status === null ? null : (explainStatus(status)?.meaning ?? null);
  const said = status === null ? [] : [meaning === null ? status : `${status}: ${meaning}`];
  const by = remoteMta === null ? '' : `${remoteMta}: `;
  return [...said, ...(diagnostic === null ? [] : [by + diagnostic])];
}
