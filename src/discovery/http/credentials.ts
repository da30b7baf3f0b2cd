import type { Secret } from '../../core/index.ts';

/** Who signs in to a web server. */
export interface Credentials {
  readonly user: string;
  readonly password: Secret;
}

/** Whether they can be sent at all: not empty, no control characters, and no colon in the name (RFC 7617 2). */
export function areUsable({ user, password }: Credentials): boolean {
  return password.usable && user !== '' && !/[:\0-\x1f\x7f]/.test(user);
}

/** The header field's value (RFC 7617). */
export function basicAuthorization({ user, password }: Credentials): string {
  return `Basic ${Buffer.from(`${user}:${password.reveal()}`).toString('base64')}`;
}
