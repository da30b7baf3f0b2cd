import type { Chain, DeliveryNotice } from '../../run/index.ts';
import { count, duration, size } from './units.ts';

/** How the mailbox is reached, whether somebody has signed in, and how full it is. */
export function mailboxFacts({ mailbox }: Chain): readonly string[] {
  if (mailbox === null) return [];
  const { protocol, host, port, security, signIn, quota } = mailbox;
  const names = { imap: 'IMAP', pop3: 'POP3' };
  const way = port === null ? '' : ` ${port} ${security === 'starttls' ? 'STARTTLS' : 'TLS'}`;
  const storage = quota.find(({ resource, limit }) => resource === 'storage' && limit > 0);
  return [
    `${names[protocol]}${way}`,
    { accepted: 'signed in', rejected: 'sign-in refused', 'not-checked': host }[signIn],
    storage === undefined ? '' : `${size(storage.used)} of ${size(storage.limit)} used`,
  ];
}

const actions: Readonly<Record<DeliveryNotice['action'], string>> = {
  delivered: 'delivered to',
  relayed: 'passed on for',
  expanded: 'passed on for',
  delayed: 'delayed for',
  failed: 'not delivered to',
};

/** Where the message has been seen, or what notices say of it. */
export function arrivalFacts({ custody }: Chain): readonly string[] {
  if (custody === null) return [];
  const { arrival, recipients } = custody;
  const hops = arrival?.hops.length ?? 0;
  const seen =
    arrival === null ? [] : [arrival.folder, `after ${duration(arrival.after)}`, hops > 0 ? count(hops, 'hop') : ''];
  const noticed = recipients.flatMap(({ address, notice }) =>
    notice === null ? [] : [`${actions[notice.action]} ${address}`],
  );
  return [...seen, ...noticed];
}
