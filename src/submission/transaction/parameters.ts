import type { MailAddress } from '../address/mailbox.ts';
import { pathOf } from '../address/parse-address.ts';
import { type Command, plainCommand } from '../session/command.ts';

export interface MailParameters {
  /** Octets (RFC 1870). */
  readonly size?: number;
  readonly body?: '8BITMIME';
  readonly utf8?: boolean;
  /** RFC 8689. */
  readonly requireTls?: boolean;
  /** Asks for delivery status notifications (RFC 3461): headers only, with this id in them. */
  readonly envelopeId?: string;
}

export function mailFrom(
  sender: MailAddress,
  { size, body, utf8, requireTls, envelopeId }: MailParameters = {},
): Command {
  const parameters = [
    size === undefined ? null : `SIZE=${size}`,
    body === undefined ? null : `BODY=${body}`,
    utf8 === true ? 'SMTPUTF8' : null,
    requireTls === true ? 'REQUIRETLS' : null,
    envelopeId === undefined ? null : `RET=HDRS ENVID=${xtext(envelopeId)}`,
  ];
  return plainCommand([`MAIL FROM:${pathOf(sender)}`, ...parameters.filter((part) => part !== null)].join(' '));
}

export function rcptTo(recipient: MailAddress, { notify = false } = {}): Command {
  return plainCommand(`RCPT TO:${pathOf(recipient)}${notify ? ' NOTIFY=SUCCESS,FAILURE,DELAY' : ''}`);
}

/** ENVID holds so many characters (RFC 3461 4.4). */
const longestParameter = 100;

/** RFC 3461 4: printable ASCII; everything else, `+` and `=` as `+` and two hex digits. Cut where it gets too long. */
export function xtext(text: string): string {
  let encoded = '';
  for (const octet of Buffer.from(text, 'utf8')) {
    const char = String.fromCharCode(octet);
    const part = /[!-*,-<>-~]/.test(char) ? char : `+${octet.toString(16).toUpperCase().padStart(2, '0')}`;
    if (encoded.length + part.length > longestParameter) break;
    encoded += part;
  }
  return encoded;
}
