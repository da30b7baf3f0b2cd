import { createHash } from 'node:crypto';
import type { ClientAccount } from '../account.ts';
import { lines } from '../text/lines.ts';
import type { Publication } from './publication.ts';

/** The format has no word for ports and kinds of TLS: these are the only ones. */
const ports = { imap: 993, pop3: 995, submit: 465 } as const;

/**
 * The document of draft-ietf-mailmaint-pacc and the record with its digest, which is that of the document's very bytes.
 *
 * @returns null where the format cannot hold the servers
 */
export function paccDocument({
  domain,
  provider,
  incoming,
  outgoing,
}: ClientAccount): readonly [Publication, Publication] | null {
  const isUsual = ({ port, security }: typeof outgoing, usual: number) => port === usual && security === 'implicit';
  if (!isUsual(outgoing, ports.submit)) return null;
  if (incoming !== null && !isUsual(incoming, ports[incoming.protocol])) return null;
  const document = {
    protocols: {
      ...(incoming !== null && { [incoming.protocol]: { host: incoming.host } }),
      submit: { host: outgoing.host },
    },
    authentication: { password: true },
    info: { provider: { name: provider } },
  };
  const content = lines(JSON.stringify(document, null, 2));
  const digest = createHash('sha256').update(content).digest('base64');
  return [
    { place: `https://ua-auto-config.${domain}/.well-known/user-agent-configuration.json`, content },
    {
      place: `the zone of ${domain}`,
      content: `_ua-auto-config.${domain}. 3600 IN TXT "v=UAAC1; a=sha256; d=${digest}"`,
    },
  ];
}
