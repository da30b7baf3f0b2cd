import type { CustodyReport } from '../../run/index.ts';
import { newsOf } from './news.ts';

/** What is known of a message, in the words of the report. */
export type Custody = CustodyReport;

/**
 * One sentence about where the message is: what was accepted, by whom, under which id, and nothing that is not known.
 */
export function custodyStatement(custody: Omit<Custody, 'statement'>): string {
  const gateway = custody.gateway ?? 'the gateway';
  switch (custody.state) {
    case 'accepted':
      return `accepted by ${gateway}${queueName(custody.queueId)}${share(custody)}; ${newsOf(custody) || 'delivery beyond it is not guaranteed'}`;
    case 'uncertain':
      return `uncertain: the whole message was sent to ${gateway}, but its answer did not arrive; it may or may not have been accepted, and it was not sent again`;
    case 'refused':
      return isDeferred(custody)
        ? `not accepted by ${gateway} for now${replyCode(custody)}; it has not taken the message`
        : `refused by ${gateway}${replyCode(custody)}; it has not taken the message`;
    case 'not-sent':
      return 'not sent: no gateway has taken the message';
  }
}

function queueName(id: string | null): string {
  return id === null ? ' without a queue id in its answer' : ` as queue id ${id}`;
}

/** Nothing when everybody was accepted. */
function share({ recipients }: Omit<Custody, 'statement'>): string {
  const others = recipients.filter(({ state }) => state !== 'accepted').map(({ address }) => address);
  if (others.length === 0) return '';
  return ` for ${recipients.length - others.length} of ${recipients.length} recipients, not for ${others.join(', ')}`;
}

function isDeferred({ recipients }: Omit<Custody, 'statement'>): boolean {
  return recipients.some(({ state }) => state === 'deferred');
}

function replyCode({ reply }: Omit<Custody, 'statement'>): string {
  if (reply === null) return '';
  return ` (${reply.enhanced === null ? reply.code : `${reply.code} ${reply.enhanced}`})`;
}
