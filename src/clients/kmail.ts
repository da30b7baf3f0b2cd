import type { Language } from '../problems/index.ts';
import type { ClientAccount } from './account.ts';
import type { Profile } from './profile.ts';
import { textSheet } from './sheet/text.ts';
import { autoconfigAuthentication, placeholder } from './thunderbird/autoconfig.ts';
import { configFile } from './thunderbird/index.ts';
import { bothProtocols, bothSecurities, type ClientWriter, knownIn } from './writer.ts';

/**
 * KMail imports no accounts: Akonadi keeps them in a database of its own. Its account wizard reads autoconfig, though; so
 * that is what it gets, and the settings to type where it cannot be published.
 */
export const kmail: ClientWriter = {
  title: 'KMail',
  protocols: bothProtocols,
  incomingSecurity: bothSecurities,
  authentication: knownIn(autoconfigAuthentication),
  mailbox: 'optional',
  cannotHold: placeholder,
  write(account: ClientAccount, language: Language): Profile {
    return {
      files: [configFile(account), textSheet(account, language)],
      notes: [{ code: 'kmail-no-import' }, { code: 'asks-for-password' }],
    };
  },
};
