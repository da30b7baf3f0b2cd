import { visible } from '../../../src/core/index.ts';
import type { Exchange } from '../../../src/run/index.ts';
import type { Words } from '../../words/words.ts';
import { duration } from '../format.ts';

/** One question and its answer on one line. */
export function exchangeLine(exchange: Exchange, { diagnosis }: Words, locale: string): string {
  const { protocol, peer, asked, answered, roundTrips } = exchange;
  const { after, roundTrips: trips } = diagnosis.detail;
  const facts = [
    after(duration(exchange.startedAt, locale)),
    duration(exchange.duration, locale),
    ...(roundTrips > 0 ? [trips(roundTrips)] : []),
  ];
  return `${protocol.toUpperCase()} ${visible(peer, 300)}: ${visible(asked)} → ${visible(answered)} (${facts.join(', ')})`;
}
