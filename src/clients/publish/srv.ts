import type { ClientAccount, IncomingServer, OutgoingServer } from '../account.ts';

const labels = {
  imap: { implicit: '_imaps', starttls: '_imap' },
  pop3: { implicit: '_pop3s', starttls: '_pop3' },
  submission: { implicit: '_submissions', starttls: '_submission' },
} as const;

/** The SRV records of an account's servers as lines of a zone file (RFC 6186, RFC 8314 5.1). */
export function srvRecords({ domain, incoming, outgoing }: ClientAccount): readonly string[] {
  return [
    ...(incoming === null ? [] : [record(domain, incoming.protocol, incoming)]),
    record(domain, 'submission', outgoing),
  ];
}

type Server = Pick<IncomingServer | OutgoingServer, 'host' | 'port' | 'security'>;

function record(domain: string, service: keyof typeof labels, { host, port, security }: Server): string {
  return `${labels[service][security]}._tcp.${domain}. 3600 IN SRV 0 1 ${port} ${host}.`;
}
