import { visible } from '../../../src/core/index.ts';
import type { Report } from '../../../src/run/index.ts';
import type { Words } from '../../words/words.ts';

/** Who has the message now, and nothing more; null where no message was asked for. */
export function custodyLine({ chain: { custody } }: Report, { diagnosis }: Words): string | null {
  if (custody === null) return null;
  const words = diagnosis.chain.custody;
  const gateway = custody.gateway === null ? words.theServer : visible(custody.gateway, 300);
  switch (custody.state) {
    case 'accepted':
      return custody.queueId === null
        ? words.acceptedNameless(gateway)
        : words.accepted(gateway, visible(custody.queueId, 300));
    case 'refused':
      return custody.recipients.length > 0 && custody.recipients.every(({ state }) => state === 'deferred')
        ? words.putOff(gateway)
        : words.refused(gateway);
    case 'uncertain':
      return words.uncertain(gateway);
    case 'not-sent':
      return words['not-sent'];
  }
}
