import { userNameFor, visible } from '../../../src/core/index.ts';
import { type AccountServer, accountServers, type Report } from '../../../src/run/index.ts';
import type { Words } from '../../words/words.ts';

/** A name and its value; an empty value is not known. */
export type Setting = readonly [name: string, value: string];

type WizardWords = Words['wizard'];

/** Names, in every language. */
const protocols = { imap: 'IMAP', pop3: 'POP3', smtp: 'SMTP' } as const;

/**
 * What was found of an account, as it goes into a mail program. Nothing in it is guessed, and no server is in it that nobody
 * has approved.
 */
export function accountSettings(report: Report, words: WizardWords): readonly Setting[] {
  const { account, signIn, settings, relay } = report.chain;
  const found = accountServers(report);
  const incoming = found.incoming?.toApprove === null ? found.incoming : null;
  const outgoing = found.outgoing?.toApprove === null ? found.outgoing : null;
  const address = account?.mail ?? settings?.address ?? '';
  const usual = account?.userPrincipalName ?? signIn?.principal ?? address;
  const userOf = ({ user }: AccountServer) => userNameFor(user, address) ?? usual;
  const all: readonly Setting[] = [
    [words.name, account?.displayName ?? ''],
    [words.address, address],
    [words.aliases, account?.aliases.join(', ') ?? ''],
    [words.incoming, incoming === null ? '' : placeOf(incoming, protocols[incoming.protocol], words)],
    [words.mailboxServer, incoming === null ? (account?.homeServer ?? '') : ''],
    [words.outgoing, outgoing === null ? (relay?.host ?? '') : placeOf(outgoing, protocols.smtp, words)],
    ...userRows(incoming && userOf(incoming), outgoing && userOf(outgoing), usual, words),
    ...passwordRows(incoming !== null, report, words),
  ];
  return all.filter(([, value]) => value !== '').map(([name, value]) => [name, lines(value)]);
}

function userRows(
  incoming: string | null,
  outgoing: string | null,
  usual: string,
  words: WizardWords,
): readonly Setting[] {
  if (incoming === null || outgoing === null || incoming === outgoing) {
    return [[words.userName, incoming ?? outgoing ?? usual]];
  }
  return [
    [words.incomingUser, incoming],
    [words.outgoingUser, outgoing],
  ];
}

/** Where the relay has accounts of its own, its password is not the one that the mailbox takes. Nothing is said where none was used. */
function passwordRows(hasIncoming: boolean, { request, chain }: Report, words: WizardWords): readonly Setting[] {
  if (chain.signIn === null) return [];
  const own = request?.options['relayUser'];
  if (typeof own !== 'string' || own === '') return [[words.passwordRow, words.userPassword]];
  if (!hasIncoming) return [[words.passwordRow, words.relayOwnPassword]];
  return [
    [words.passwordRow, words.userPassword],
    [words.outgoingPassword, words.relayOwnPassword],
  ];
}

/** The server on a line of its own, so that it can be copied. */
function placeOf({ host, port, security }: AccountServer, protocol: string, words: WizardWords): string {
  return `${host}\n${words.place(protocol, port, words.securities[security])}`;
}

function lines(value: string): string {
  return value
    .split('\n')
    .map((line) => visible(line, 1_000))
    .join('\n');
}

export function settingsText(settings: readonly Setting[]): string {
  return settings.map(([name, value]) => `${name}: ${value.replaceAll('\n', ', ')}`).join('\n');
}
