import type { Secret } from '../../core/index.ts';
import type { Loss, Talk } from '../../net/index.ts';
import type { Reply } from '../session/reply.ts';
import type { VerifiedSession } from '../session/session.ts';

/** Who signs in where. Only a session over verified TLS fits here. */
export interface Credentials {
  readonly session: VerifiedSession;
  readonly user: string;
  readonly password: Secret;
}

/** How a SASL conversation ended: with the server's last reply, without one, or because the server failed its own proof. */
export type AuthEnd =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'loss'; readonly loss: Loss }
  | { readonly kind: 'distrust'; readonly reason: string };

export type Mechanism = (credentials: Credentials, talk: Talk) => Promise<AuthEnd>;

/** Base64 of RFC 4954 4: an empty initial response is written `=`. */
export function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
