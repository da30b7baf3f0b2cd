import { type Problem, visible } from '../../../src/core/index.ts';
import type { Arrival, CustodyReport, DeliveryNotice, Report } from '../../../src/run/index.ts';
import { count, listed, longDuration, seconds } from '../../kit/format.ts';
import type { Spoken } from '../../words/context.tsx';

type Said = Pick<Spoken, 'words' | 'locale'>;

/**
 * What is known of a message beyond the gateway that accepted it, sentence by sentence: where it arrived, that it was looked for
 * and not seen, and what delivery notices say of whom. Nothing where nobody looked.
 */
export function arrivalWords({ chain: { custody }, probes }: Pick<Report, 'chain' | 'probes'>, said: Said): string[] {
  if (custody === null) return [];
  const look = probes.find(({ id }) => id === 'custody.read-back');
  const missed = look?.problems.find(({ code }) => code === 'custody.not-arrived');
  const hasLooked = look?.outcome === 'passed' || look?.outcome === 'warned';
  return [
    ...(custody.arrival === null ? [] : [seenWords(custody.arrival, said)]),
    ...(custody.arrival !== null || missed === undefined ? [] : [missedWords(missed, said)]),
    ...noticeWords(custody, said),
    ...openWords(custody, hasLooked, said),
  ];
}

/** "It arrived in INBOX after 1.8 s." */
export function seenWords({ folder, role, after }: Arrival, { words, locale }: Said): string {
  const { arrival } = words.found;
  const say = role === 'junk' ? arrival.inJunk : arrival.inInbox;
  return say(visible(folder, 200), waited(after, locale));
}

/** How long it was waited for. Nobody counts minutes by tenths of a second. */
export function waited(after: number, locale: string): string {
  return after < 60_000 ? seconds(after, locale) : longDuration(after, locale);
}

function missedWords({ args }: Problem, { words, locale }: Said): string {
  const time = seconds(Number(args['seconds'] ?? 0) * 1_000, locale, 0);
  return words.found.arrival.notSeen(time, visible(String(args['host'] ?? ''), 300));
}

/** Addresses that a sentence names one by one. */
const mostNames = 5;

function names(addresses: readonly string[], { words, locale }: Said): string {
  const shown = addresses.slice(0, mostNames).map((address) => visible(address, 320));
  const rest = addresses.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} ${words.found.settings.more(count(rest, locale))}` : listed(shown, locale);
}

/** What notices can say, the worst first. */
export const noticeActions: readonly DeliveryNotice['action'][] = [
  'failed',
  'delayed',
  'delivered',
  'relayed',
  'expanded',
];

/** One sentence for each kind of news and whoever reports it. */
export function noticeWords({ recipients }: CustodyReport, said: Said): string[] {
  const { notices: words } = said.words.found;
  return noticeActions.flatMap((action) => {
    const told = recipients.filter(({ notice }) => notice?.action === action);
    const reporters = [...new Set(told.map(({ notice }) => notice?.reportedBy ?? null))];
    return reporters.map((reporter) => {
      const own = told.filter(({ notice }) => notice?.reportedBy === reporter).map(({ address }) => address);
      const by = reporter === null ? words.aReporter : visible(reporter, 300);
      return words.sentences[action](by, names(own, said));
    });
  });
}

/** For whom it is still open what became of it, once something is known of others. */
function openWords(custody: CustodyReport, hasLooked: boolean, said: Said): string[] {
  const { recipients, arrival } = custody;
  const silent = recipients.filter(({ state, dsn, notice }) => state === 'accepted' && dsn && notice === null);
  if (hasLooked && silent.length > 0) {
    return [
      said.words.found.arrival.noNotice(
        names(
          silent.map(({ address }) => address),
          said,
        ),
      ),
    ];
  }
  const isOneKnown = arrival !== null || recipients.some(({ notice }) => notice !== null);
  return isOneKnown && isFateOpen(custody) ? [said.words.found.arrival.othersOpen] : [];
}

/** Whether something is still unknown: somebody for whom it was accepted is neither seen to have it nor spoken of by a notice. */
function isFateOpen({ recipients, arrival }: CustodyReport): boolean {
  const open = recipients.filter(({ state, notice }) => state === 'accepted' && notice === null);
  // The one who was seen to have it is among them.
  return open.length > (arrival === null ? 0 : 1);
}
