import { visible } from '../../../src/core/text.ts';
import type { Report } from '../../../src/run/index.ts';
import type { Words } from '../../words/words.ts';

/** A name and its value; an empty value is not known. */
export type Setting = readonly [name: string, value: string];

/** What was found of an account, as it goes into a mail program. Nothing in it is guessed. */
export function accountSettings({ chain, request }: Report, words: Words['wizard']): readonly Setting[] {
  const { account, signIn, relay } = chain;
  const own = request?.options['relayUser'];
  const hasOwn = typeof own === 'string' && own !== '';
  const user = hasOwn ? own : (account?.userPrincipalName ?? signIn?.principal ?? '');
  const settings: readonly Setting[] = [
    [words.name, account?.displayName ?? ''],
    [words.address, account?.mail ?? ''],
    [words.aliases, account?.aliases.join(', ') ?? ''],
    [words.mailboxServer, account?.homeServer ?? ''],
    [words.outgoing, relay?.host ?? ''],
    [words.port, relay?.port?.toString() ?? ''],
    [words.security, relay?.security ? words.securities[relay.security] : ''],
    [words.userName, user],
    [words.passwordRow, hasOwn ? words.relayOwnPassword : words.userPassword],
  ];
  return settings.filter(([, value]) => value !== '').map(([name, value]) => [name, visible(value, 1_000)]);
}

export function settingsText(settings: readonly Setting[]): string {
  return settings.map(([name, value]) => `${name}: ${value}`).join('\n');
}
