import { type Clock, err, type Problem, type Result, times } from '../../core/index.ts';
import { problem } from '../../problems/index.ts';
import type { Arrival, Step } from '../../run/index.ts';
import type { SignedInImap } from '../imap/sign-in.ts';
import { type NoticedRecipient, readDeliveryReport } from './delivery-report.ts';
import { findMessage, newReports, openFolder } from './folder.ts';
import { hopsOf } from './received.ts';

export interface Sought {
  /** With its angle brackets. */
  readonly messageId: string;
  /** When the gateway accepted it, by the run's clock. */
  readonly acceptedAt: number;
  /** The inbox first. */
  readonly folders: readonly Pick<Arrival, 'folder' | 'role'>[];
  /** Whether the message itself has to come, because its sender is among its recipients. */
  readonly toSelf: boolean;
  /** Addresses for which notices were asked (RFC 3461). */
  readonly awaited: readonly string[];
}

/** What has been seen so far, and why nothing more can be; null when nothing stood in the way. */
export interface Seen {
  readonly arrival: Arrival | null;
  /** The oldest first. */
  readonly notices: readonly NoticedRecipient[];
  readonly lost: Problem | null;
}

type Looked = Result<Omit<Seen, 'lost'>, Problem>;

/**
 * Looks for a message, and for notices about it, until all that is sought has been seen or `times.readBack` is over. Nothing
 * in the mailbox is changed.
 */
export async function readBack(
  { session }: SignedInImap,
  sought: Sought,
  { clock }: { readonly clock: Clock },
  step: Pick<Step, 'exchange' | 'signal'>,
): Promise<Seen> {
  const until = clock.now() + times.readBack;
  const known = new Map(sought.folders.map(({ folder }) => [folder, new Set<number>()]));
  // A message of the day before: the server's day may have begun at another time.
  const since = new Date(clock.date().getTime() - 86_400_000);
  let seen: Seen = { arrival: null, notices: [], lost: null };
  const lookInto = async (place: Sought['folders'][number], read: Set<number>): Promise<Looked> => {
    const { messageId, acceptedAt } = sought;
    const isMissing = seen.arrival === null && sought.toSelf;
    const looked = await session.ask(
      isMissing ? `look for ${messageId} in ${place.folder}` : `look for notices in ${place.folder}`,
      async (client) => {
        await openFolder(client, place.folder);
        const head = isMissing ? await findMessage(client, messageId) : null;
        const arrival = head && { ...place, after: clock.now() - acceptedAt, hops: hopsOf(head) };
        const reports = await newReports(client, since, read);
        const own = reports.map(readDeliveryReport).filter((report) => report?.about.includes(messageId) ?? false);
        return { arrival, notices: own.flatMap((report) => report?.recipients ?? []) };
      },
      wordsFor,
      step,
    );
    return looked.ok ? looked : err(ofFolder(looked.error, place.folder));
  };
  for (;;) {
    for (const place of sought.folders) {
      const looked = await lookInto(place, known.get(place.folder) ?? new Set());
      if (!looked.ok) return { ...seen, lost: looked.error };
      seen = {
        ...seen,
        arrival: seen.arrival ?? looked.value.arrival,
        notices: [...seen.notices, ...looked.value.notices],
      };
    }
    if (isAll(seen, sought) || step.signal.aborted || clock.now() >= until) return seen;
    await clock.sleep(times.readBackPause, step.signal).catch(() => {});
  }
}

function wordsFor({ arrival, notices }: Omit<Seen, 'lost'>): string {
  const found = [...(arrival === null ? [] : ['found']), ...notices.map(({ notice }) => notice.action)];
  return found.length === 0 ? 'nothing' : found.join(', ');
}

/** A server that refuses, once somebody has signed in, refuses the folder. */
function ofFolder(found: Problem, folder: string): Problem {
  const { code, args, evidence } = found;
  if (code !== 'imap.service-unavailable') return found;
  return problem('imap.mailbox-unavailable', { folder, host: String(args['host']) }, { evidence });
}

/** Delayed is not the last word. */
function isAll({ arrival, notices }: Seen, { toSelf, awaited }: Sought): boolean {
  const final = notices.filter(({ notice }) => notice.action !== 'delayed').flatMap(({ addresses }) => addresses);
  return (arrival !== null || !toSelf) && awaited.every((address) => final.includes(address.toLowerCase()));
}
