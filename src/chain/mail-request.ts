import { err, ok, type Problem, type Result, version } from '../core/index.ts';
import type { Account } from '../directory/index.ts';
import { problem } from '../problems/index.ts';
import { type Draft, type MailAddress, parseAddress } from '../submission/index.ts';
import type { ChainRequest } from './request.ts';

/** Nobody reads mail at this address (RFC 2606): asking whether it may be written to hurts nobody. */
const outsideAddress = 'waypost-relay-check@example.com';

export interface Envelope {
  readonly sender: MailAddress;
  readonly recipients: readonly MailAddress[];
}

export interface PermissionQuestion {
  readonly address: MailAddress;
  readonly scope: 'internal' | 'external';
}

/** Who writes to whom: the account's own address, unless the request says otherwise; without recipients, to oneself. */
export function envelopeOf(request: ChainRequest, account: Account | null): Result<Envelope, Problem> {
  const sender = senderOf(request, account);
  if (!sender.ok) return sender;
  const recipients = request.to.map((text) => parseAddress(text, '--to'));
  const bad = recipients.find((recipient) => !recipient.ok);
  if (bad && !bad.ok) return bad;
  const addresses = recipients.flatMap((recipient) => (recipient.ok ? [recipient.value] : []));
  return ok({ sender: sender.value, recipients: addresses.length > 0 ? addresses : [sender.value] });
}

function senderOf(request: ChainRequest, account: Account | null): Result<MailAddress, Problem> {
  if (request.from !== null) return parseAddress(request.from, '--from');
  const known = account?.mail ?? [request.user, request.relayUser].find((name) => name?.includes('@'));
  if (known) return parseAddress(known, 'the mail address of the account');
  const reason = 'the account has no mail address to send from';
  return err(
    problem(
      'input.invalid',
      { argument: '--from', value: '', reason },
      { remedies: [{ option: 'from', value: 'ADDRESS' }] },
    ),
  );
}

/** One recipient inside the sender's domain and one outside it: what a relay has to allow, and what it may refuse. */
export function permissionQuestions(request: ChainRequest, { sender, recipients }: Envelope): PermissionQuestion[] {
  const home = sender.domain.toLowerCase();
  const isInternal = ({ domain }: MailAddress) => domain.toLowerCase() === home;
  const inside = recipients.find(isInternal) ?? sender;
  const outside = recipients.filter((recipient) => !isInternal(recipient));
  const questions: PermissionQuestion[] = outside.map((address) => ({ address, scope: 'external' }));
  if (questions.length === 0 && request.goal !== 'send') questions.push(...outsiders());
  return [{ address: inside, scope: 'internal' }, ...questions];
}

function outsiders(): PermissionQuestion[] {
  const parsed = parseAddress(outsideAddress, 'the address for the relay check');
  return parsed.ok ? [{ address: parsed.value, scope: 'external' }] : [];
}

/** The message to send. */
export function draftOf({ message }: ChainRequest, { sender, recipients }: Envelope, messageIdDomain: string): Draft {
  return {
    from: sender,
    to: recipients,
    subject: message.subject ?? 'Test message from Waypost',
    text: message.text ?? standardText(sender.text),
    attachments: message.attachments.map(({ name, base64 }) => ({ name, content: Buffer.from(base64, 'base64') })),
    messageIdDomain,
  };
}

function standardText(sender: string): string {
  return [
    'This message was sent by Waypost to find out whether mail from this account is accepted.',
    '',
    `It was submitted on behalf of ${sender} (Waypost ${version}). Nobody needs to answer it.`,
    '',
  ].join('\n');
}
