import type { CustodyReport, DeliveryNotice } from '../../run/index.ts';

type Told = Pick<CustodyReport, 'arrival' | 'recipients'>;

const words: Readonly<Record<DeliveryNotice['action'], string>> = {
  delivered: 'delivered to',
  relayed: 'passed on, to where nobody reports, for',
  expanded: 'passed on to the members of',
  delayed: 'delayed, and still being tried, for',
  failed: 'not delivered to',
};

/** After these, no gateway has the message any more. */
const final: readonly DeliveryNotice['action'][] = ['delivered', 'failed'];

/**
 * What has become known of a message after its gateway took it: that it was seen in a mailbox, and what delivery notices
 * (RFC 3464) say. Empty when nothing has. Only a notice says "delivered".
 */
export function newsOf({ arrival, recipients }: Told): string {
  const seen = arrival === null ? [] : [`arrived in ${arrival.folder} after ${seconds(arrival.after)}`];
  const noticed = Object.entries(words).flatMap(([action, word]) => {
    const those = recipients.filter(({ notice }) => notice?.action === action);
    const names = those.map(({ address, notice }) => address + reporter(notice));
    return names.length === 0 ? [] : [`${word} ${names.join(', ')}`];
  });
  const news = [...seen, ...noticed];
  const isOpen = ({ state, notice }: Told['recipients'][number]) =>
    state === 'accepted' && (notice === null || !final.includes(notice.action));
  const open = recipients.filter(isOpen).length - seen.length;
  return [...news, ...(news.length > 0 && open > 0 ? ['nothing more is known'] : [])].join('; ');
}

function reporter(notice: DeliveryNotice | null): string {
  const facts = [notice?.status, notice?.reportedBy && `according to ${notice.reportedBy}`].filter(Boolean);
  return facts.length === 0 ? '' : ` (${facts.join(', ')})`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}
