import { visible } from '../../../src/core/text.ts';
import type { CustodyReport } from '../../../src/run/index.ts';
import type { Words } from '../../words/words.ts';

/** What is known about the test message, and nothing beyond it; empty when there is nothing to say. */
export function custodyLine(
  custody: CustodyReport | null,
  sendsTest: boolean,
  words: Words['wizard']['custody'],
): string {
  if (custody === null) return sendsTest ? '' : words.notSent;
  const gateway = visible(custody.gateway ?? '', 300);
  if (custody.state === 'uncertain') return words.uncertain(gateway);
  if (custody.state !== 'accepted') return '';
  const { queueId } = custody;
  return queueId === null ? words.acceptedWithoutId(gateway) : words.accepted(gateway, visible(queueId, 200));
}
