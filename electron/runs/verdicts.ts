import type { RunEvent } from '../../src/run/index.ts';

export interface Verdicts {
  note(event: RunEvent): void;
  /** What the directory has said to the password. */
  readonly directory: 'accepted' | 'rejected' | null;
  /** Whether the relay has refused the name and password that it was given. */
  readonly relayRefused: boolean;
}

/** What the servers of a run have said to its passwords so far. */
export function watchVerdicts(): Verdicts {
  let directory: Verdicts['directory'] = null;
  let relayRefused = false;
  return {
    note(event) {
      if (event.type !== 'probe-finished') return;
      const outcome = event.chain.signIn?.outcome;
      if (outcome === 'accepted' || outcome === 'rejected') directory = outcome;
      relayRefused ||= event.problems.some(({ code }) => code === 'smtp.auth-rejected');
    },
    get directory() {
      return directory;
    },
    get relayRefused() {
      return relayRefused;
    },
  };
}
