import type { MailboxAccount } from '../account.ts';

type Pair = readonly [key: string, value: string | number];

/** Outlook expands `%NAME%` from the environment, and there is no way to write the sign itself. */
export const variable = /%/;

/**
 * An Outlook profile file, as the Office Customization Tool writes them: the account and the table that maps its keys to
 * MAPI properties. The password has no place in it; Outlook asks. Its lines end as Windows wants it.
 */
export function outlookPrf(account: MailboxAccount): string {
  const { incoming, address } = account;
  const pop3 = incoming.protocol === 'pop3';
  const type = pop3 ? 'I_Mail' : 'IMAP_I_Mail';
  const sections: readonly (readonly [string, readonly Pair[]])[] = [
    ['General', general(address)],
    ['Service List', [['Service1', pop3 ? personalFolders : 'Outlook Address Book']]],
    ['Internet Account List', [['Account1', type]]],
    ['Account1', accountPairs(account, pop3)],
    [pop3 ? personalFolders : 'Outlook Address Book', pop3 ? personalFoldersMap : addressBookMap],
    [type, accountMap(pop3 ? 'POP3' : 'IMAP')],
  ];
  return sections.map(([name, pairs]) => sectionText(name, pairs)).join('\r\n');
}

/** A new profile beside those that are there; nothing of theirs is changed. */
const general = (address: string): readonly Pair[] => [
  ['Custom', 1],
  ['ProfileName', address],
  ['DefaultProfile', 'No'],
  ['OverwriteProfile', 'No'],
  ['ModifyDefaultProfileIfPresent', 'FALSE'],
];

const personalFolders = 'Unicode Personal Folders';
const personalFoldersMap: readonly Pair[] = [
  ['ServiceName', 'MSUPST MS'],
  ['Name', 'PT_UNICODE,0x3001'],
  ['PathToPersonalFolders', 'PT_STRING8,0x6700'],
];
const addressBookMap: readonly Pair[] = [['ServiceName', 'CONTAB']];

function accountPairs({ name, address, provider, incoming, outgoing }: MailboxAccount, pop3: boolean): readonly Pair[] {
  const protocol = pop3 ? 'POP3' : 'IMAP';
  const needsSignIn = outgoing.authentication !== 'none';
  return [
    ['UniqueService', 'No'],
    ['AccountName', provider],
    ['DisplayName', name],
    ['EmailAddress', address],
    [`${protocol}Server`, incoming.host],
    [`${protocol}UserName`, incoming.user],
    [`${protocol}UseSPA`, incoming.authentication === 'ntlm' ? 1 : 0],
    [`${protocol}Port`, incoming.port],
    [`${protocol}UseSSL`, 1],
    ['SMTPServer', outgoing.host],
    ['SMTPUseAuth', needsSignIn ? 1 : 0],
    ...(needsSignIn ? [['SMTPAuthMethod', 2] as const, ['SMTPUserName', outgoing.user] as const] : []),
    ['SMTPUseSPA', outgoing.authentication === 'ntlm' ? 1 : 0],
    ['SMTPPort', outgoing.port],
    ['SMTPSecureConnection', outgoing.security === 'implicit' ? 1 : 2],
    ...(pop3 ? [['LeaveOnServer', 1] as const] : []),
  ];
}

function accountMap(protocol: 'IMAP' | 'POP3'): readonly Pair[] {
  return [
    ['AccountType', protocol],
    ['AccountName', 'PT_UNICODE,0x0002'],
    ['DisplayName', 'PT_UNICODE,0x000B'],
    ['EmailAddress', 'PT_UNICODE,0x000C'],
    [`${protocol}Server`, 'PT_UNICODE,0x0100'],
    [`${protocol}UserName`, 'PT_UNICODE,0x0101'],
    [`${protocol}UseSPA`, 'PT_LONG,0x0108'],
    [`${protocol}Port`, 'PT_LONG,0x0104'],
    [`${protocol}UseSSL`, 'PT_LONG,0x0105'],
    ['SMTPServer', 'PT_UNICODE,0x0200'],
    ['SMTPUseAuth', 'PT_LONG,0x0203'],
    ['SMTPAuthMethod', 'PT_LONG,0x0208'],
    ['SMTPUserName', 'PT_UNICODE,0x0204'],
    ['SMTPUseSPA', 'PT_LONG,0x0207'],
    ['SMTPPort', 'PT_LONG,0x0201'],
    ['SMTPSecureConnection', 'PT_LONG,0x020A'],
    ...(protocol === 'POP3' ? [['LeaveOnServer', 'PT_LONG,0x1000'] as const] : []),
  ];
}

function sectionText(name: string, pairs: readonly Pair[]): string {
  return [`[${name}]`, ...pairs.map(([key, value]) => `${key}=${unquotable(String(value))}`), ''].join('\r\n');
}

/** Windows takes off the quotation marks around a value: one that has its own gets another pair. */
function unquotable(value: string): string {
  return /^["']/.test(value) ? `"${value}"` : value;
}
