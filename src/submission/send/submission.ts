import type { MailAddress } from '../address/mailbox.ts';
import type { AuthenticatedRelay } from '../auth/authenticate.ts';
import type { ComposedMessage } from '../message/compose.ts';

/** What to submit, and where. */
export interface Submission {
  readonly relay: AuthenticatedRelay;
  /** Envelope sender. */
  readonly sender: MailAddress;
  readonly recipients: readonly MailAddress[];
  readonly message: ComposedMessage;
  /** Ask for delivery status notifications (RFC 3461), where the server offers them. */
  readonly requestDsn: boolean;
  /** TLS at every further hop (RFC 8689): where the server does not offer that, nothing is sent. */
  readonly requireTls: boolean;
}
