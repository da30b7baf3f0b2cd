import { visible } from '../../../src/core/index.ts';
import type { CustodyReport, Report } from '../../../src/run/index.ts';
import { arrivalWords, seenWords } from '../../found/arrival/arrival-words.ts';
import type { Spoken } from '../../words/context.tsx';

/**
 * Who has the message now, what is known beyond that, and nothing more; null where no message was asked for.
 *
 * @param isBrief what notices say is told elsewhere
 */
export function custodyLine(report: Report, spoken: Spoken, isBrief = false): string | null {
  const { custody } = report.chain;
  if (custody === null) return null;
  const { custody: words } = spoken.words.diagnosis.chain;
  const gateway = custody.gateway === null ? words.theServer : visible(custody.gateway, 300);
  const news = arrivalWords(report, spoken);
  switch (custody.state) {
    case 'accepted': {
      const { queueId } = custody;
      const by = queueId === null ? words.acceptedNameless(gateway) : words.accepted(gateway, visible(queueId, 300));
      if (news.length === 0) return `${by} ${words.beyond}`;
      return [by, ...(isBrief ? seenIn(custody, spoken) : news)].join(' ');
    }
    case 'refused':
      return custody.recipients.length > 0 && custody.recipients.every(({ state }) => state === 'deferred')
        ? words.putOff(gateway)
        : words.refused(gateway);
    case 'uncertain':
      return [words.uncertain(gateway), ...news].join(' ');
    case 'not-sent':
      return words['not-sent'];
  }
}

function seenIn({ arrival }: CustodyReport, spoken: Spoken): readonly string[] {
  return arrival === null ? [] : [seenWords(arrival, spoken)];
}
