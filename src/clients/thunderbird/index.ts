import type { Language } from '../../problems/index.ts';
import type { ClientAccount, MailboxAccount } from '../account.ts';
import type { Profile, ProfileFile } from '../profile.ts';
import { autoconfigFile } from '../publish/index.ts';
import { lines } from '../text/lines.ts';
import { literal } from '../text/script.ts';
import { bothProtocols, bothSecurities, type ClientWriter, knownIn } from '../writer.ts';
import { autoconfigAuthentication, placeholder } from './autoconfig.ts';
import { accountPreferences, type Preference } from './preferences.ts';

/** Where a file is to be, when its folder has another path on every computer. */
const places = {
  en: {
    newProfile: (file: string) => `${file} in the folder of a new profile`,
    program: (file: string) => `${file} beside the program`,
  },
  de: {
    newProfile: (file: string) => `${file} im Ordner eines neuen Profils`,
    program: (file: string) => `${file} neben dem Programm`,
  },
} satisfies Record<Language, unknown>;

/**
 * Thunderbird in three forms: settings to publish, preferences that a fresh profile starts with, and the same as a
 * machine's default, by enterprise policy or by AutoConfig (support.mozilla.org, "Managing Thunderbird").
 */
export const thunderbird: ClientWriter = {
  title: 'Thunderbird',
  protocols: bothProtocols,
  incomingSecurity: bothSecurities,
  authentication: knownIn(autoconfigAuthentication),
  // Without one it does not even start (153).
  mailbox: 'required',
  cannotHold: placeholder,
  write(account: MailboxAccount, language: Language): Profile {
    const preferences = accountPreferences(account);
    const { newProfile, program } = places[language];
    return {
      files: [
        configFile(account),
        userJs(preferences, newProfile('user.js')),
        policies(preferences, program('distribution/policies.json')),
        autoConfigJs(program('defaults/pref/autoconfig.js')),
        mozillaCfg(preferences, program('mozilla.cfg')),
      ],
      notes: [{ code: 'fresh-profile-only' }, { code: 'administrator-variant' }, { code: 'asks-for-password' }],
    };
  },
};

export function configFile(account: ClientAccount): ProfileFile {
  return { path: 'config-v1.1.xml', mode: 0o644, purpose: 'publish', ...autoconfigFile(account) };
}

function userJs(preferences: readonly Preference[], place: string): ProfileFile {
  const content = calls('user_pref', preferences);
  return { path: 'user.js', content, mode: 0o600, purpose: 'place', place };
}

function policies(preferences: readonly Preference[], place: string): ProfileFile {
  const entries = preferences.map(([name, value]) => `      ${literal(name)}: ${policyValue(value)}`);
  const content = lines('{', '  "policies": {', '    "Preferences": {', entries.join(',\n'), '    }', '  }', '}');
  return { path: 'administrator/policies.json', content, mode: 0o644, purpose: 'administrator', place };
}

function policyValue(value: Preference[1]): string {
  return `{ "Value": ${literal(value)}, "Status": "default" }`;
}

function autoConfigJs(place: string): ProfileFile {
  const content = calls('pref', [
    ['general.config.filename', 'mozilla.cfg'],
    ['general.config.obscure_value', 0],
  ]);
  return { path: 'administrator/autoconfig.js', content, mode: 0o644, purpose: 'administrator', place };
}

function mozillaCfg(preferences: readonly Preference[], place: string): ProfileFile {
  // Its first line is skipped, whatever it holds.
  const content = `${lines('// the default account')}${calls('defaultPref', preferences)}`;
  return { path: 'administrator/mozilla.cfg', content, mode: 0o644, purpose: 'administrator', place };
}

function calls(name: string, preferences: readonly Preference[]): string {
  return lines(...preferences.map(([key, value]) => `${name}(${literal(key)}, ${literal(value)});`));
}
