import type { viewsWords as english } from '../en/views.ts';
import type { Translated } from '../translated.ts';
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

export const viewsWords: Translated<typeof english> = {
  probes: probesWords,
  links: linksWords,
  goals: goalsWords,
  outcomes: outcomesWords,
  yes: 'ja',
  no: 'nein',
  notKnown: 'nicht bekannt',
  copyTable: 'Tabelle kopieren',
  nothing: {
    running: 'Noch nicht gefragt.',
    signInFailed: 'Es wurde nichts gefragt, weil die Anmeldung fehlgeschlagen ist.',
    because: (step) => `Es wurde nichts gefragt, weil dieser Schritt nicht gelungen ist: ${step}.`,
    noAnswer: 'Es wurde gefragt, aber ohne Ergebnis. Was schiefging, steht beim Schritt.',
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
};
