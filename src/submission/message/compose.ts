import { randomUUID } from 'node:crypto';
import type { Clock } from '../../core/index.ts';
import type { MailAddress } from '../address/mailbox.ts';
import { canonicalLines } from './lines.ts';

export interface Draft {
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly content: Uint8Array }[];
  /** A full host name, for the right side of the Message-ID. */
  readonly messageIdDomain: string;
}

export interface ComposedMessage {
  /** With its angle brackets. */
  readonly messageId: string;
  /** The whole message: lines of at most 998 octets, each with CRLF. */
  readonly bytes: Buffer;
  /** Whether its header has UTF-8 in it (RFC 6532), which only a server with SMTPUTF8 takes. */
  readonly utf8: boolean;
  /** Whether any octet is beyond ASCII (RFC 6152). */
  readonly eightBit: boolean;
}

/** Characters; a subject in one word of ASCII is not folded, and a line has 998 octets (RFC 5322 2.1.1). */
const longestSubject = 900;

/** Writes a message (RFC 5322, MIME): everything in ASCII, except addresses that cannot be written in it. */
export async function composeMessage(draft: Draft, clock: Clock): Promise<ComposedMessage> {
  const { from, to, subject, text, attachments, messageIdDomain } = draft;
  // Large, and needed late: loaded while the relay is being spoken to.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const { detectMimeType } = await import('nodemailer/lib/mime-funcs');
  const messageId = `<${randomUUID()}@${idDomain(messageIdDomain)}>`;
  const composer = new MailComposer({
    from: headerAddress(from),
    to: to.map(headerAddress),
    subject: oneLine(subject).slice(0, longestSubject),
    text: text.replace(/\r\n|\r|\n/g, '\r\n'),
    attachments: attachments.map(({ name, content }) => ({
      filename: fileName(name),
      content: Buffer.from(content),
      contentType: contentType(detectMimeType(fileName(name))),
      contentTransferEncoding: 'base64',
    })),
    messageId,
    date: clock.date(),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'windows',
  });
  const bytes = canonicalLines(await composer.compile().build());
  const eightBit = bytes.some((octet) => octet > 0x7f);
  return { messageId, bytes, utf8: eightBit, eightBit };
}

function headerAddress({ local, domain }: MailAddress): { name: string; address: string } {
  return { name: '', address: `${local}@${domain}` };
}

/** RFC 5322 3.6.4: what is no domain would break the id. */
function idDomain(text: string): string {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text) ? text : 'localhost.invalid';
}

function oneLine(text: string): string {
  return text.replace(/[\0-\x1f\x7f]+/g, ' ').trim();
}

/** Messages within messages may not be in base64 (RFC 2046 5.2.1), and as they are they may be anything. */
function contentType(guessed: string): string {
  return /^(message|multipart)\//i.test(guessed) ? 'application/octet-stream' : guessed;
}

/** The receiver's program may use the name as it is: no way up, no hidden end. */
function fileName(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? '';
  return oneLine(last).slice(0, 200) || 'attachment';
}
