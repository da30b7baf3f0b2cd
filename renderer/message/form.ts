import type { AppInfo, AskedField, AskedRun, PasswordSource } from '../../electron/contract.ts';
import type { Flaw } from '../../src/core/flaw.ts';
import { emptyAsked } from '../run/asked.ts';
import { addressesIn, addressFlaw } from './address.ts';
import type { Attachment } from './attachment.ts';
import type { KnownAccount } from './known-account.ts';

/** The form as it stands. Passwords are kept apart: they leave with the form and are not kept for the next one. */
export interface MessageForm {
  readonly server: string;
  readonly user: string;
  /** Whether the mail server has accounts of its own. */
  readonly ownAccount: boolean;
  readonly relayUser: string;
  /** Empty: the account's own address. */
  readonly from: string;
  readonly to: readonly string[];
  /** In the field, and no recipient yet. */
  readonly typedTo: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly dsn: boolean;
  readonly requireTls: boolean;
  /** Look for it, and for notices about it, in the mailbox of whoever sends it. */
  readonly readBack: boolean;
  readonly approvedDomains: readonly string[];
}

export interface Passwords {
  readonly password: PasswordSource;
  readonly relayPassword: PasswordSource;
}

/** What is wrong, by field. `value` is the part that is meant, of a field that takes several. */
export type Flaws = { readonly [F in AskedField]?: { readonly flaw: Flaw; readonly value: string } };

export const mostRecipients = 100;

export function firstForm(known: KnownAccount): MessageForm {
  return {
    server: known.server,
    user: known.user,
    ownAccount: known.relayUser !== '',
    relayUser: known.relayUser,
    from: '',
    to: [],
    typedTo: '',
    subject: '',
    text: '',
    attachments: [],
    dsn: false,
    requireTls: false,
    readBack: false,
    approvedDomains: known.approvedDomains,
  };
}

/** Where the password comes from unless somebody types one: the last run, or the system's store. */
export function firstPassword(
  user: string,
  known: KnownAccount,
  { secrets }: Pick<AppInfo, 'secrets'>,
): PasswordSource {
  if (known.run !== null && user === known.user) return { kind: 'same-as', run: known.run };
  const isRemembered = secrets.state === 'ready' && secrets.remembered.some((one) => one.user === user);
  return isRemembered ? { kind: 'remembered' } : { kind: 'typed', text: '' };
}

/** What is still in the field becomes recipients; none is there twice. */
export function withTypedRecipients(form: MessageForm, typed = form.typedTo): MessageForm {
  return { ...form, to: [...new Set([...form.to, ...addressesIn(typed)])].slice(0, mostRecipients), typedTo: '' };
}

/** What can be told without asking anybody. */
export function flawsOf(form: MessageForm, { password, relayPassword }: Passwords): Flaws {
  const missing = { flaw: 'missing', value: '' } as const;
  const isEmpty = (source: PasswordSource) => source.kind === 'typed' && source.text === '';
  const recipient = form.to.flatMap((value) => {
    const flaw = addressFlaw(value);
    return flaw === null ? [] : [{ flaw, value }];
  })[0];
  return {
    ...(form.user.trim() === '' && { user: missing }),
    ...(isEmpty(password) && { password: missing }),
    ...(form.ownAccount && form.relayUser.trim() === '' && { relayUser: missing }),
    ...(form.ownAccount && isEmpty(relayPassword) && { relayPassword: missing }),
    ...(form.to.length === 0 && { to: missing }),
    ...(recipient && { to: recipient }),
  };
}

/** The form as the main process takes it. */
export function askedOf(form: MessageForm): AskedRun {
  return {
    ...emptyAsked,
    goal: 'send',
    server: form.server.trim(),
    user: form.user.trim(),
    relayUser: form.ownAccount ? form.relayUser.trim() : '',
    from: form.from,
    to: [...form.to],
    subject: form.subject,
    text: form.text,
    attachments: form.attachments.map(({ name, base64 }) => ({ name, base64 })),
    dsn: form.dsn,
    requireTls: form.requireTls,
    readBack: form.readBack,
    approvedDomains: [...form.approvedDomains],
  };
}
