import type { Language } from '../../problems/index.ts';
import type { ClientAccount } from '../account.ts';
import type { Profile } from '../profile.ts';
import { bothProtocols, bothSecurities, type ClientWriter, knownIn } from '../writer.ts';
import { htmlSheet } from './html.ts';
import { textSheet } from './text.ts';
import { sheetWords } from './words.ts';

/** For every client that is not here, and for paper. */
export const sheet: ClientWriter = {
  title: 'settings sheet',
  protocols: bothProtocols,
  incomingSecurity: bothSecurities,
  authentication: knownIn(sheetWords.en.authentication),
  mailbox: 'optional',
  write: (account: ClientAccount, language: Language): Profile => ({
    files: [htmlSheet(account, language), textSheet(account, language)],
    notes: [{ code: 'asks-for-password' }],
  }),
};
