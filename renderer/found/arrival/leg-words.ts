import { visible } from '../../../src/core/index.ts';
import { longDuration, moment } from '../../kit/format.ts';
import type { Spoken } from '../../words/context.tsx';
import type { Leg } from './way.ts';

/** "2.1 s later". Clocks that disagree make it earlier. */
export function delayWords({ delay, isFirst }: Pick<Leg, 'delay' | 'isFirst'>, { words, locale }: Spoken): string {
  const { arrival } = words.found;
  if (delay === null) return isFirst ? arrival.handedIn : arrival.noDelay;
  // Servers write whole seconds.
  if (delay === 0) return arrival.sameSecond;
  return delay < 0 ? arrival.earlier(longDuration(-delay, locale)) : arrival.later(longDuration(delay, locale));
}

/** Protocol, encryption and what else the server wrote. */
export function legWords(leg: Leg, { words, locale }: Spoken): readonly string[] {
  const { arrival } = words.found;
  const encryption = leg.tls === null ? arrival.encryptionUnsaid : leg.tls ? arrival.encrypted : arrival.notEncrypted;
  return [
    ...(leg.with === null ? [] : [visible(leg.with, 100)]),
    encryption,
    ...(leg.from === null ? [] : [arrival.calledFrom(visible(leg.from, 300))]),
    ...(leg.at === null ? [] : [moment(leg.at, locale)]),
    ...(leg.id === null ? [] : [arrival.id(visible(leg.id, 200))]),
  ];
}
