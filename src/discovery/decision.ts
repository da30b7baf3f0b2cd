import { type Clock, times } from '../core/index.ts';
import { type FoundSettings, trustLevels } from '../run/index.ts';

/** Ends sources that can no longer win. Made for one run, shared by its sources. */
export interface Decision {
  /** Aborts when nothing that is still asked is worth waiting for any more, or when the time is up. */
  readonly signal: AbortSignal;
  /** Aborts when the time is up. */
  readonly timeUp: AbortSignal;
  /** A source has answered. */
  heard(answers: readonly FoundSettings[]): void;
}

/** Nothing that a run can still hear without a password is worth more than this. */
const best = trustLevels.indexOf('https');
/** Worth something, once it has been proved on the servers. */
const likely = trustLevels.indexOf('dns');

/**
 * All sources together have so long. As soon as one has named both an incoming and an outgoing server with TLS, the others have
 * only some time left: little when none of them could be better, more when one of them could.
 */
export function createDecision(clock: Clock, signal: AbortSignal): Decision {
  const enough = new AbortController();
  const whole = new AbortController();
  const after = (ms: number, end: () => void) => void clock.sleep(ms, signal).then(end, end);
  after(times.settingsSources, () => {
    whole.abort();
    enough.abort();
  });
  let heardBest = Number.POSITIVE_INFINITY;
  return {
    signal: enough.signal,
    timeUp: whole.signal,
    heard(answers) {
      const trust = enoughFrom(answers);
      if (trust >= heardBest || trust > likely) return;
      heardBest = trust;
      after(trust <= best ? times.otherSources : times.betterSources, () => enough.abort());
    },
  };
}

/** Nobody is ended: for whoever wants to know all of them. */
export function hearAll(): Decision {
  const never = new AbortController().signal;
  return { signal: never, timeUp: never, heard() {} };
}

/**
 * The least trust that is needed to have both directions from a source, an index of `trustLevels`. Its answers count together:
 * SRV records name each service in one of their own.
 */
function enoughFrom(answers: readonly FoundSettings[]): number {
  const levels = answers.map(({ trust }) => trustLevels.indexOf(trust)).sort((a, b) => a - b);
  const isEnough = (level: number) =>
    offersBoth(answers.filter(({ trust }) => trustLevels.indexOf(trust) <= level).flatMap(({ servers }) => servers));
  return levels.find(isEnough) ?? Number.POSITIVE_INFINITY;
}

function offersBoth(servers: FoundSettings['servers']): boolean {
  const offers = servers.filter(({ security }) => security !== 'plain').map(({ service }) => service);
  return offers.includes('submission') && (offers.includes('imap') || offers.includes('pop3'));
}
