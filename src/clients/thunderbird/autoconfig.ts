import { type Authentication, type ClientAccount, localPartOf, type OutgoingServer } from '../account.ts';
import { lines } from '../text/lines.ts';
import { xmlDeclaration, xmlElement, xmlText } from '../text/xml.ts';

/** The names of draft-ietf-mailmaint-autoconfig and of format 1.1. */
export const autoconfigAuthentication = {
  password: 'password-cleartext',
  'encrypted-password': 'password-encrypted',
  kerberos: 'GSSAPI',
  ntlm: 'NTLM',
  oauth2: 'OAuth2',
  certificate: 'TLS-client-cert',
  none: 'none',
} as const satisfies Record<Authentication, string>;

/** What reads as a placeholder in the format. */
export const placeholder = /%[A-Z]+%/;

/**
 * The settings of a whole domain as `config-v1.1.xml`: where the user name is made from the address, it stands there as a
 * placeholder, so that the file fits everybody.
 */
export function autoconfigXml(account: ClientAccount): string {
  const { domain, provider, incoming, outgoing, address } = account;
  return lines(
    xmlDeclaration,
    '<clientConfig version="1.1">',
    `  <emailProvider id="${xmlText(domain)}">`,
    xmlElement(4, 'domain', domain),
    xmlElement(4, 'displayName', provider),
    xmlElement(4, 'displayShortName', provider),
    ...(incoming === null ? [] : serverLines('incomingServer', incoming.protocol, incoming, address)),
    ...serverLines('outgoingServer', 'smtp', outgoing, address),
    '  </emailProvider>',
    '</clientConfig>',
  );
}

function serverLines(element: string, type: string, server: OutgoingServer, address: string): readonly string[] {
  return [
    `    <${element} type="${type}">`,
    xmlElement(6, 'hostname', server.host),
    xmlElement(6, 'port', server.port),
    xmlElement(6, 'socketType', server.security === 'implicit' ? 'SSL' : 'STARTTLS'),
    ...(server.authentication === 'none' ? [] : [xmlElement(6, 'username', forEverybody(server.user, address))]),
    xmlElement(6, 'authentication', autoconfigAuthentication[server.authentication]),
    `    </${element}>`,
  ];
}

function forEverybody(user: string, address: string): string {
  if (user.toLowerCase() === address.toLowerCase()) return '%EMAILADDRESS%';
  const [, netbiosDomain = '', name = ''] = /^([^\\]+\\)?(.+)$/.exec(user) ?? [];
  return name.toLowerCase() === localPartOf(address).toLowerCase() ? `${netbiosDomain}%EMAILLOCALPART%` : user;
}
