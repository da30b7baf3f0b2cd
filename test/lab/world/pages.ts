import { createHash } from 'node:crypto';

export interface Document {
  readonly type: string;
  readonly text: string;
}

/** Settings as a mail domain publishes them, in each format: IMAP, POP3 and submission with implicit TLS on one host. */
export const pages = { autoconfig, pox, noSuchMailbox, json, pacc } as const;

/** Thunderbird's format 1.1 and draft-ietf-mailmaint-autoconfig. */
function autoconfig(domain: string, host: string): Document {
  const server = (kind: string, type: string, port: number) => `    <${kind} type="${type}">
      <hostname>${host}</hostname><port>${port}</port><socketType>SSL</socketType>
      <authentication>password-cleartext</authentication><username>%EMAILADDRESS%</username>
    </${kind}>`;
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1">
  <emailProvider id="${domain}">
    <domain>${domain}</domain>
    <displayName>Mail of ${domain}</displayName>
${server('incomingServer', 'imap', 993)}
${server('incomingServer', 'pop3', 995)}
${server('outgoingServer', 'smtp', 465)}
    <documentation url="https://${domain}/help"><descr lang="en">How to set up mail</descr></documentation>
  </emailProvider>
</clientConfig>
`;
  return { type: 'text/xml', text };
}

/** Autodiscover's answer by POX (MS-OXDSCLI 2.2.4). */
function pox(host: string): Document {
  const schemas = 'http://schemas.microsoft.com/exchange/autodiscover';
  const protocol = (type: string, port: number) =>
    `<Protocol><Type>${type}</Type><Server>${host}</Server><Port>${port}</Port><SSL>on</SSL><SPA>off</SPA><AuthRequired>on</AuthRequired></Protocol>`;
  const text = `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="${schemas}/responseschema/2006"><Response xmlns="${schemas}/outlook/responseschema/2006a"><Account>
<AccountType>email</AccountType><Action>settings</Action>
${protocol('IMAP', 993)}
${protocol('POP3', 995)}
${protocol('SMTP', 465)}
</Account></Response></Autodiscover>
`;
  return { type: 'text/xml', text };
}

/** Autodiscover's answer for an address that it does not know (MS-OXDSCLI 2.2.4.1.1.2). */
function noSuchMailbox(): Document {
  const schema = 'http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006';
  const text = `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="${schema}"><Response><Error Time="12:00:00.0000000" Id="1">
<ErrorCode>500</ErrorCode><Message>The email address cannot be found.</Message><DebugData />
</Error></Response></Autodiscover>
`;
  return { type: 'text/xml', text };
}

/** Autodiscover's answer in JSON. */
function json(domain: string): Document {
  const url = `https://autodiscover.${domain}/EWS/Exchange.asmx`;
  return { type: 'application/json', text: `${JSON.stringify({ Protocol: 'EWS', Url: url })}\n` };
}

/** The document of draft-ietf-mailmaint-pacc. */
function pacc(host: string): Document {
  const content = {
    protocols: { imap: { host }, pop3: { host }, submit: { host } },
    authentication: { password: true },
    info: { provider: { name: 'Waypost lab' } },
  };
  return { type: 'application/json', text: `${JSON.stringify(content, null, 2)}\n` };
}

/** What DNS says of such a document. */
export function paccDigest({ text }: Document): string {
  return createHash('sha256').update(text).digest('base64');
}
