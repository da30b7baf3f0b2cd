import type { ServerSetting } from '../../run/index.ts';

/** What a mail server is likely to listen on. */
export type Offer = Pick<ServerSetting, 'service' | 'port' | 'security'>;

export const submissionOffers: readonly Offer[] = [
  { service: 'submission', port: 465, security: 'implicit' },
  { service: 'submission', port: 587, security: 'starttls' },
];

export const imapOffers: readonly Offer[] = [
  { service: 'imap', port: 993, security: 'implicit' },
  { service: 'imap', port: 143, security: 'starttls' },
];

export const pop3Offers: readonly Offer[] = [
  { service: 'pop3', port: 995, security: 'implicit' },
  { service: 'pop3', port: 110, security: 'starttls' },
];

/** What is likely to be had of a host of which nothing but the name is known. */
export function serversAt(host: string, offers: readonly Offer[]): ServerSetting[] {
  return offers.map((offer) => ({ ...offer, host, authentication: [], user: null, url: null }));
}
