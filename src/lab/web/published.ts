/** One way to a server, as the documents name it. */
export interface PublishedServer {
  readonly service: 'imap' | 'smtp';
  readonly host: string;
  readonly port: number;
  readonly security: 'implicit' | 'starttls';
}

interface Hosts {
  readonly mailbox: string;
  readonly relay: string;
}

/** The servers of the lab, the best way to each first. */
export function publishedServers(
  { mailbox, relay }: Hosts,
  ports: Readonly<Record<'imaps' | 'imap' | 'submissions' | 'submission', number>>,
): readonly PublishedServer[] {
  return [
    { service: 'imap', host: mailbox, port: ports.imaps, security: 'implicit' },
    { service: 'imap', host: mailbox, port: ports.imap, security: 'starttls' },
    { service: 'smtp', host: relay, port: ports.submissions, security: 'implicit' },
    { service: 'smtp', host: relay, port: ports.submission, security: 'starttls' },
  ];
}
