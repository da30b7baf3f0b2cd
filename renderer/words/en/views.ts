import { accountWords } from './views/account.ts';
import { certificatesWords } from './views/certificates.ts';
import { compareWords } from './views/compare.ts';
import { dcsWords } from './views/dcs.ts';
import { goalsWords } from './views/goals.ts';
import { historyWords } from './views/history.ts';
import { linksWords } from './views/links.ts';
import { openWords } from './views/open.ts';
import { outcomesWords } from './views/outcomes.ts';
import { permissionsWords } from './views/permissions.ts';
import { probesWords } from './views/probes.ts';
import { replayWords } from './views/replay.ts';
import { routeWords } from './views/route.ts';
import { statusesWords } from './views/statuses.ts';
import { suffixesWords } from './views/suffixes.ts';
import { transcriptWords } from './views/transcript.ts';
import { waterfallWords } from './views/waterfall.ts';

/** The views of one report, the history of runs, the player of recorded ones. */
export const viewsWords = {
  probes: probesWords,
  links: linksWords,
  goals: goalsWords,
  outcomes: outcomesWords,
  yes: 'yes',
  no: 'no',
  notKnown: 'not known',
  copyTable: 'Copy table',
  /** Why a view has nothing to show. */
  nothing: {
    running: 'Not asked yet.',
    signInFailed: 'Nothing was asked because the sign-in failed.',
    because: (step: string) => `Nothing was asked because this step did not succeed: ${step}.`,
    noAnswer: 'The question was asked, and nothing came of it. What went wrong stands with the step.',
  },
  waterfall: waterfallWords,
  route: routeWords,
  transcript: transcriptWords,
  dcs: dcsWords,
  suffixes: suffixesWords,
  permissions: permissionsWords,
  certificates: certificatesWords,
  account: accountWords,
  history: historyWords,
  compare: compareWords,
  replay: replayWords,
  open: openWords,
  statuses: statusesWords,
} as const;
