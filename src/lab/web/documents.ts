import { createHash } from 'node:crypto';
import { domain } from '../dns/records.ts';
import type { PublishedServer } from './published.ts';

const company = 'Corp (the Waypost lab)';

/** Thunderbird's format 1.1, of draft-ietf-mailmaint-autoconfig. */
export function autoconfigXml(servers: readonly PublishedServer[]): string {
  const sections = servers.map(({ service, host, port, security }) => {
    const name = service === 'imap' ? 'incomingServer' : 'outgoingServer';
    return `    <${name} type="${service}">
      <hostname>${host}</hostname>
      <port>${port}</port>
      <socketType>${security === 'implicit' ? 'SSL' : 'STARTTLS'}</socketType>
      <authentication>password-cleartext</authentication>
      <username>%EMAILADDRESS%</username>
    </${name}>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1">
  <emailProvider id="${domain}">
    <domain>${domain}</domain>
    <displayName>${company}</displayName>
${sections.join('\n')}
  </emailProvider>
</clientConfig>
`;
}

const schemas = 'http://schemas.microsoft.com/exchange/autodiscover';

/** The answer of Autodiscover by POX (MS-OXDSCLI 2.2.4), the same for everybody. */
export function poxXml(servers: readonly PublishedServer[]): string {
  const protocols = servers.map(({ service, host, port, security }) => {
    const encryption = security === 'implicit' ? 'SSL' : 'TLS';
    const parts = `<Type>${service.toUpperCase()}</Type><Server>${host}</Server><Port>${port}</Port>`;
    return `<Protocol>${parts}<Encryption>${encryption}</Encryption><SPA>off</SPA></Protocol>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="${schemas}/responseschema/2006">
<Response xmlns="${schemas}/outlook/responseschema/2006a">
<Account><AccountType>email</AccountType><Action>settings</Action>
${protocols.join('\n')}
</Account></Response></Autodiscover>
`;
}

/** The answer of Autodiscover by JSON: where the other form is. There is no Exchange in the lab. */
export function autodiscoverJson(protocol: string): { readonly status: number; readonly body: string } {
  const known = protocol.toLowerCase() === 'autodiscoverv1';
  const url = `https://autodiscover.${domain}/autodiscover/autodiscover.xml`;
  const answer = known
    ? { Protocol: 'AutodiscoverV1', Url: url }
    : { ErrorCode: 'ProtocolNotSupported', ErrorMessage: 'This protocol is not offered here.' };
  return { status: known ? 200 : 400, body: JSON.stringify(answer) };
}

/** The document of draft-ietf-mailmaint-pacc: implicit TLS on the registered ports. */
export function paccJson({ mailbox, relay }: { readonly mailbox: string; readonly relay: string }): string {
  const document = {
    protocols: { imap: { host: mailbox }, submit: { host: relay } },
    authentication: { password: true },
    info: { provider: { name: company } },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** What DNS has to say of it. */
export function paccRecord(document: string): string {
  return `v=UAAC1; a=sha256; d=${createHash('sha256').update(document).digest('base64')}`;
}
