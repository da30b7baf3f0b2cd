import { visible } from '../../../src/core/index.ts';
import type { MailboxReport } from '../../../src/run/index.ts';
import type { Fact } from '../../diagnosis/views/shared/facts.tsx';
import { count, size } from '../../kit/format.ts';
import type { Spoken } from '../../words/context.tsx';

const protocols = { imap: 'IMAP', pop3: 'POP3' } as const;

export function protocolName({ protocol }: Pick<MailboxReport, 'protocol'>): string {
  return protocols[protocol];
}

/** Everything that a server told of a mailbox, in the order of its weight. */
export function mailboxFacts(mailbox: MailboxReport, spoken: Spoken): readonly Fact[] {
  const { mailbox: words, settings } = spoken.words.found;
  const { address, port, security, passwords, capabilities, mechanisms, greeting, folders } = mailbox;
  const quota = quotaWords(mailbox, spoken);
  const isSignedIn = mailbox.signIn === 'accepted';
  const roles = folders.map(({ path, role }) => words.folder(words.roles[role], visible(path, 300)));
  return [
    { name: words.protocol, values: [protocolName(mailbox)] },
    ...(address === null ? [] : [{ name: words.address, values: [address], untrusted: true }]),
    ...(port === null ? [] : [{ name: words.port, values: [String(port)] }]),
    ...(security === null ? [] : [{ name: words.security, values: [settings.securities[security]] }]),
    { name: words.signIn, values: [signInWords(mailbox, spoken)] },
    ...(passwords === null ? [] : [{ name: words.passwords, values: [words.passwordKinds[passwords]] }]),
    ...(isSignedIn ? [{ name: words.quota, values: quota.length > 0 ? quota : [words.noQuota] }] : []),
    ...(isSignedIn ? [{ name: words.folders, values: roles.length > 0 ? roles : [words.noFolders] }] : []),
    ...(mechanisms.length === 0 ? [] : [{ name: words.mechanisms, values: [mechanisms.join(', ')], untrusted: true }]),
    ...(capabilities.length === 0
      ? []
      : [{ name: words.capabilities, values: [capabilities.join(' ')], untrusted: true }]),
    ...(greeting === null ? [] : [{ name: words.greeting, values: [greeting], untrusted: true }]),
  ];
}

export function signInWords({ signIn, user }: Pick<MailboxReport, 'signIn' | 'user'>, { words }: Spoken): string {
  const { mailbox: own } = words.found;
  const state = own.signIns[signIn];
  return user === null ? state : own.signInAs(state, visible(user, 320));
}

/** How full it is, for each kind of limit that there is. */
export function quotaWords({ quota }: Pick<MailboxReport, 'quota'>, { words, locale }: Spoken): readonly string[] {
  const { mailbox: own } = words.found;
  return quota
    .filter(({ limit }) => limit > 0)
    .map(({ resource, used, limit }) =>
      resource === 'messages'
        ? own.messages(count(used, locale), count(limit, locale))
        : own.used(size(used, locale), size(limit, locale), percent(used / limit, locale)),
    );
}

function percent(part: number, locale: string): string {
  return part.toLocaleString(locale, { style: 'percent' });
}
