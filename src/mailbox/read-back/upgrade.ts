import type { CustodyReport } from '../../run/index.ts';
import type { Seen } from './read-back.ts';

type Facts = Pick<CustodyReport, 'arrival' | 'recipients'>;

/** Custody with what has been seen: the arrival, and for each recipient the last notice. Notices for others are left out. */
export function upgraded({ recipients }: Pick<CustodyReport, 'recipients'>, { arrival, notices }: Seen): Facts {
  const noticeFor = (address: string) =>
    notices.filter(({ addresses }) => addresses.includes(address.toLowerCase())).at(-1)?.notice ?? null;
  return {
    arrival,
    recipients: recipients.map((recipient) => ({
      ...recipient,
      notice: noticeFor(recipient.address) ?? recipient.notice,
    })),
  };
}
