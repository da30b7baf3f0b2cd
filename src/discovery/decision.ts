import type { Clock } from '../core/index.ts';
import { type FoundSettings, trustLevels } from '../run/index.ts';

/** Ends sources that can no longer win. Made for one run, shared by its sources. */
export interface Decision {
  /** Aborts when nothing that is still asked could be better than what has been found. */
  readonly signal: AbortSignal;
  /** A source has answered. */
  heard(answers: readonly FoundSettings[]): void;
}

/**
 * As soon as a trustworthy source has named both an incoming and an outgoing server with TLS, the others have only
 * `patience` left to agree or to disagree.
 *
 * @param best the highest trust that any source of this run can have
 * @param patience milliseconds
 */
export function createDecision(
  best: FoundSettings['trust'],
  { clock, patience, signal }: { readonly clock: Clock; readonly patience: number; readonly signal: AbortSignal },
): Decision {
  const controller = new AbortController();
  let decided = false;
  return {
    signal: controller.signal,
    heard(answers) {
      if (decided || !answers.some((answer) => isEnough(answer, best))) return;
      decided = true;
      const end = () => controller.abort();
      clock.sleep(patience, signal).then(end, end);
    },
  };
}

function isEnough({ trust, servers }: FoundSettings, best: FoundSettings['trust']): boolean {
  if (trustLevels.indexOf(trust) > trustLevels.indexOf(best)) return false;
  const offers = servers.filter(({ security }) => security !== 'plain').map(({ service }) => service);
  return offers.includes('submission') && (offers.includes('imap') || offers.includes('pop3'));
}
