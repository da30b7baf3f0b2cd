import { visible } from '../../src/core/index.ts';
import type { CustodyReport } from '../../src/run/index.ts';
import { count } from '../kit/format.ts';
import type { Spoken } from '../words/context.tsx';

/**
 * Where the message is, sentence by sentence: what was accepted, by whom, under which id, and nothing that is not known.
 *
 * @param news what is known of it beyond the gateway; empty where nothing is
 */
export function custodyWords(
  custody: CustodyReport,
  spoken: Pick<Spoken, 'words' | 'locale'>,
  news: readonly string[] = [],
): readonly string[] {
  const { custody: words } = spoken.words.message;
  const gateway = custody.gateway === null ? words.aGateway : visible(custody.gateway, 300);
  switch (custody.state) {
    case 'accepted':
      return [
        ...acceptedWords(custody, gateway, spoken),
        ...(news.length > 0 ? news : beyondWords(custody, gateway, spoken)),
      ];
    case 'uncertain':
      return [words.uncertain(gateway), ...news];
    case 'refused':
      return [isPutOff(custody) ? words.putOff(gateway) : words.refused(gateway)];
    case 'not-sent':
      return [words.notSent];
  }
}

function acceptedWords(custody: CustodyReport, gateway: string, { words, locale }: Pick<Spoken, 'words' | 'locale'>) {
  const { custody: own } = words.message;
  const { recipients } = custody;
  const others = recipients.filter(({ state }) => state !== 'accepted').map(({ address }) => visible(address, 320));
  const id = custody.queueId === null ? null : visible(custody.queueId, 100);
  if (others.length === 0) {
    return [id === null ? own.acceptedWithoutId(gateway) : own.accepted(gateway, id)];
  }
  const some = count(recipients.length - others.length, locale);
  const all = count(recipients.length, locale);
  return [
    id === null ? own.acceptedForSomeWithoutId(gateway, some, all) : own.acceptedForSome(gateway, id, some, all),
    own.notFor(others.join(', ')),
  ];
}

function beyondWords({ recipients }: CustodyReport, gateway: string, { words }: Pick<Spoken, 'words'>) {
  const { custody: own } = words.message;
  return [own.beyond(gateway), ...(recipients.some(({ dsn }) => dsn) ? [own.noticesAsked] : [])];
}

function isPutOff({ recipients }: CustodyReport): boolean {
  return recipients.some(({ state }) => state === 'deferred');
}
