import type { ServerSetting } from '../../run/index.ts';
import type { MailPorts } from '../source.ts';

/** What a mail server is likely to listen on. */
export type Offer = Pick<ServerSetting, 'service' | 'security'> & { readonly port: keyof MailPorts };

export const submissionOffers: readonly Offer[] = [
  { service: 'submission', port: 'submissions', security: 'implicit' },
  { service: 'submission', port: 'submission', security: 'starttls' },
];

export const imapOffers: readonly Offer[] = [
  { service: 'imap', port: 'imaps', security: 'implicit' },
  { service: 'imap', port: 'imap', security: 'starttls' },
];

export const pop3Offers: readonly Offer[] = [
  { service: 'pop3', port: 'pop3s', security: 'implicit' },
  { service: 'pop3', port: 'pop3', security: 'starttls' },
];

/** What is likely to be had of a host of which nothing but the name is known. */
export function serversAt(host: string, offers: readonly Offer[], ports: MailPorts): ServerSetting[] {
  return offers.map((offer) => ({
    ...offer,
    port: ports[offer.port],
    host,
    authentication: [],
    user: null,
    url: null,
  }));
}
