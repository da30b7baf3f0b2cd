import { abortReason, failed, hasValue, type Outcome, skipped, times, warned } from '../../core/index.ts';
import type { Account } from '../../directory/index.ts';
import { custodyProblems, readBack, type Sought, upgraded } from '../../mailbox/index.ts';
import { ended } from '../../problems/index.ts';
import { defineProbe } from '../../run/index.ts';
import { type Custody, custodyStatement } from '../../submission/index.ts';
import type { ChainPorts, ChainProbe } from '../ports.ts';
import type { UsedMailbox } from './mailbox.ts';
import type { Submitted } from './message.ts';

interface ReadBackNeeds {
  readonly used: ChainProbe<UsedMailbox>;
  readonly submitted: ChainProbe<Submitted>;
  readonly person: ChainProbe<Account>;
}

/**
 * Looks for the accepted message, and for notices about it, in the mailbox of whoever sent it. Only this upgrades custody:
 * to "arrived" by seeing it, to "delivered" by a notice that says so.
 */
export function custodyReadBack({ person, ...needs }: ReadBackNeeds): ChainProbe<Custody> {
  return defineProbe({
    id: 'custody.read-back',
    needs,
    considers: { person },
    deadline: times.readBack + times.mailboxCommand,
    run: async ({ used, submitted, person }, { clock }: ChainPorts, step): Promise<Outcome<Custody>> => {
      const { mailbox } = used;
      const sought = soughtFor(submitted, used, hasValue(person) ? person.value : null);
      if (sought === null || mailbox.protocol !== 'imap') return skipped({ kind: 'not-applicable' });
      const seen = await readBack(mailbox, sought, { clock }, step);
      const facts = upgraded(submitted.custody, seen);
      const custody = { ...submitted.custody, ...facts };
      const statement = custodyStatement(custody);
      step.report({ custody: { ...facts, statement } });
      // Whoever was cut short cannot say that it has not arrived.
      if (seen.arrival === null && step.signal.aborted) throw abortReason(step.signal);
      if (seen.lost !== null && seen.arrival === null) return ended(seen.lost);
      const problems = custodyProblems(facts, { toSelf: sought.toSelf, host: mailbox.host });
      const [first] = problems;
      if (first?.code === 'custody.delivery-failed') return failed(first);
      return warned({ ...custody, statement }, problems);
    },
  });
}

/** Null when nothing can come back: it went to others only, and no notice was asked for. */
function soughtFor(
  { custody, acceptedAt }: Submitted,
  { folders }: UsedMailbox,
  person: Account | null,
): Sought | null {
  const { messageId, recipients } = custody;
  const own = [person?.mail, ...(person?.aliases ?? [])].map((address) => address?.toLowerCase());
  const accepted = recipients.filter(({ state }) => state === 'accepted');
  const toSelf = accepted.some(({ address }) => own.includes(address.toLowerCase()));
  const awaited = accepted.filter(({ dsn }) => dsn).map(({ address }) => address);
  if (messageId === null || (!toSelf && awaited.length === 0)) return null;
  const junk = folders.flatMap(({ path, role }) => (role === 'junk' ? [{ folder: path, role }] : []));
  return { messageId, acceptedAt, folders: [{ folder: 'INBOX', role: 'inbox' }, ...junk.slice(0, 1)], toSelf, awaited };
}
