import type { Secret } from '../core/index.ts';

/** SASL PLAIN (RFC 4616), in base64. The server works out whom the user acts for. */
export function plainResponse(user: string, password: Secret): string {
  return Buffer.from(`\0${user}\0${password.reveal()}`, 'utf8').toString('base64');
}

/** Takes the password out of what a server says, also in the form in which PLAIN has sent it. */
export function maskOf(user: string, password: Secret): (text: string) => string {
  const blob = plainResponse(user, password);
  return (text) => password.maskedIn(text.replaceAll(blob, String(password)));
}
