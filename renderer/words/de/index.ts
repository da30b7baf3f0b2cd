import type { Words } from '../words.ts';
import { appWords } from './app.ts';
import { clientsWords } from './clients.ts';
import { diagnosisWords } from './diagnosis.ts';
import { foundWords } from './found.ts';
import { messageWords } from './message.ts';
import { problemWords } from './problem.ts';
import { settingsWords } from './settings.ts';
import { viewsWords } from './views.ts';
import { wizardWords } from './wizard.ts';

export const german: Words = {
  app: appWords,
  wizard: wizardWords,
  clients: clientsWords,
  diagnosis: diagnosisWords,
  message: messageWords,
  settings: settingsWords,
  problem: problemWords,
  views: viewsWords,
  found: foundWords,
};
