import type { ClientAccount, MailboxAccount } from '../account.ts';
import type { Profile, ProfileFile } from '../profile.ts';
import { autoconfigFile } from '../publish/index.ts';
import { lines } from '../text/lines.ts';
import { literal } from '../text/script.ts';
import { bothProtocols, bothSecurities, type ClientWriter, knownIn } from '../writer.ts';
import { autoconfigAuthentication, placeholder } from './autoconfig.ts';
import { accountPreferences, type Preference } from './preferences.ts';

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
  write(account: MailboxAccount): Profile {
    const preferences = accountPreferences(account);
    return {
      files: [configFile(account), userJs(preferences), policies(preferences), autoConfigJs, mozillaCfg(preferences)],
      notes: [{ code: 'fresh-profile-only' }, { code: 'administrator-variant' }, { code: 'asks-for-password' }],
    };
  },
};

export function configFile(account: ClientAccount): ProfileFile {
  return { path: 'config-v1.1.xml', mode: 0o644, purpose: 'publish', ...autoconfigFile(account) };
}

function userJs(preferences: readonly Preference[]): ProfileFile {
  const content = calls('user_pref', preferences);
  return { path: 'user.js', content, mode: 0o600, purpose: 'place', place: 'user.js in the folder of a new profile' };
}

function policies(preferences: readonly Preference[]): ProfileFile {
  const entries = preferences.map(([name, value]) => `      ${literal(name)}: ${policyValue(value)}`);
  const content = lines('{', '  "policies": {', '    "Preferences": {', entries.join(',\n'), '    }', '  }', '}');
  const place = 'distribution/policies.json beside the program';
  return { path: 'administrator/policies.json', content, mode: 0o644, purpose: 'administrator', place };
}

function policyValue(value: Preference[1]): string {
  return `{ "Value": ${literal(value)}, "Status": "default" }`;
}

const autoConfigJs: ProfileFile = {
  path: 'administrator/autoconfig.js',
  content: calls('pref', [
    ['general.config.filename', 'mozilla.cfg'],
    ['general.config.obscure_value', 0],
  ]),
  mode: 0o644,
  purpose: 'administrator',
  place: 'defaults/pref/autoconfig.js beside the program',
};

function mozillaCfg(preferences: readonly Preference[]): ProfileFile {
  // Its first line is skipped, whatever it holds.
  const content = `${lines('// the default account')}${calls('defaultPref', preferences)}`;
  return {
    path: 'administrator/mozilla.cfg',
    content,
    mode: 0o644,
    purpose: 'administrator',
    place: 'mozilla.cfg beside the program',
  };
}

function calls(name: string, preferences: readonly Preference[]): string {
  return lines(...preferences.map(([key, value]) => `${name}(${literal(key)}, ${literal(value)});`));
}
