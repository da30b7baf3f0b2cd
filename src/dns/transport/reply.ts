import { isReplyTo } from '../wire/match.ts';
import { type DnsMessage, decodeMessage } from '../wire/message.ts';

/** What came of sending one query to one server. `strays`: so many false replies that somebody may be guessing. */
export type Sent =
  | { readonly kind: 'message'; readonly message: DnsMessage }
  | { readonly kind: 'error'; readonly error: Error }
  | { readonly kind: 'strays' }
  | { readonly kind: 'ended' };

/** The reply to our query; null for anything else, which is not to be believed and no reason to stop waiting. */
export function readReply(query: Buffer, bytes: Buffer): DnsMessage | null {
  return isReplyTo(query, bytes) ? decodeMessage(bytes) : null;
}
