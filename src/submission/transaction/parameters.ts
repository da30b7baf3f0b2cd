import type { MailAddress } from '../address/mailbox.ts';
import { pathOf } from '../address/parse-address.ts';
import { type Command, plainCommand } from '../session/command.ts';

export interface MailParameters {
  /** Octets (RFC 1870). */
  readonly size?: number;
  readonly body?: '8BITMIME';
  readonly utf8?: boolean;
  /** Asks for delivery status notifications (RFC 3461): headers only, with this id in them. */
  readonly envelopeId?: string;
}

export function mailFrom(sender: MailAddress, { size, body, utf8, envelopeId }: MailParameters = {}): Command {
  const parameters = [
    size === undefined ? null : `SIZE=${size}`,
    body === undefined ? null : `BODY=${body}`,
    utf8 === true ? 'SMTPUTF8' : null,
    envelopeId === undefined ? null : `RET=HDRS ENVID=${xtext(envelopeId)}`,
  ];
  return plainCommand([`MAIL FROM:${pathOf(sender)}`, ...parameters.filter((part) => part !== null)].join(' '));
}

export function rcptTo(recipient: MailAddress, { notify = false } = {}): Command {
  return plainCommand(`RCPT TO:${pathOf(recipient)}${notify ? ' NOTIFY=SUCCESS,FAILURE,DELAY' : ''}`);
}

/** RFC 3461 4: printable ASCII; everything else, `+` and `=` as `+` and two hex digits. ENVID holds 100 characters. */
export function xtext(text: string): string {
  const encoded = [...Buffer.from(text, 'utf8')].map((octet) => {
    const char = String.fromCharCode(octet);
    return /[!-*,-<>-~]/.test(char) ? char : `+${octet.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return encoded.reduce((sum, part) => (sum.length + part.length > 100 ? sum : sum + part), '');
}
