import { visible } from '../../../src/core/text.ts';
import type { Report } from '../../../src/run/index.ts';
import { arrivalWords } from '../../found/index.ts';
import type { Spoken } from '../../words/context.tsx';
import { isArrivalAwaited } from '../ends.ts';

/** What is known about the test message, and nothing beyond it; empty when there is nothing to say. */
export function custodyLine(report: Report, sendsTest: boolean, spoken: Pick<Spoken, 'words' | 'locale'>): string {
  const { custody: words } = spoken.words.wizard;
  const { custody } = report.chain;
  if (custody === null) return sendsTest ? '' : words.notSent;
  const gateway = visible(custody.gateway ?? '', 300);
  if (custody.state === 'uncertain') return [words.uncertain(gateway), ...arrivalWords(report, spoken)].join(' ');
  if (custody.state !== 'accepted') return '';
  const { queueId } = custody;
  const accepted = queueId === null ? words.acceptedWithoutId(gateway) : words.accepted(gateway, visible(queueId, 200));
  if (isArrivalAwaited(report)) return `${accepted} ${words.awaited}`;
  const known = arrivalWords(report, spoken);
  return [accepted, ...(known.length === 0 ? [words.beyond] : known)].join(' ');
}
