import { cutText, err, fillIn, ok, type Result } from '../../../core/index.ts';
import type { ServerSetting } from '../../../run/index.ts';
import type { Question } from '../../source.ts';
import { childrenOf, textOf, type XmlElement } from '../../xml/read-xml.ts';
import { readHost, readHttpsUrl, readPort, webService } from '../endpoint.ts';

const services: ReadonlyMap<string, ServerSetting['service']> = new Map([
  ['imap', 'imap'],
  ['pop3', 'pop3'],
  ['smtp', 'submission'],
  ['jmap', 'jmap'],
  ['exchange', 'exchange'],
  ['ews', 'exchange'],
] as const);

const securities: ReadonlyMap<string, ServerSetting['security']> = new Map([
  ['ssl', 'implicit'],
  ['tls', 'implicit'],
  ['starttls', 'starttls'],
  ['plain', 'plain'],
] as const);

/**
 * The format's words for how to sign in, with those of its first years (`plain`, `secure`), those for web services (`basic`,
 * `digest`), and the SASL mechanisms that the draft allows in their place.
 */
const authentications: ReadonlyMap<string, ServerSetting['authentication'][number]> = new Map([
  ['password-cleartext', 'password'],
  ['plain', 'password'],
  ['login', 'password'],
  ['basic', 'password'],
  ['http-basic', 'password'],
  ['password-encrypted', 'encrypted-password'],
  ['secure', 'encrypted-password'],
  ['digest', 'encrypted-password'],
  ['cram-md5', 'encrypted-password'],
  ['digest-md5', 'encrypted-password'],
  ['scram-sha-1', 'encrypted-password'],
  ['scram-sha-1-plus', 'encrypted-password'],
  ['scram-sha-256', 'encrypted-password'],
  ['scram-sha-256-plus', 'encrypted-password'],
  ['gssapi', 'kerberos'],
  ['ntlm', 'ntlm'],
  ['oauth2', 'oauth2'],
  ['oauth', 'oauth2'],
  ['oauthbearer', 'oauth2'],
  ['xoauth2', 'oauth2'],
  ['tls-client-cert', 'certificate'],
  ['external', 'certificate'],
  ['client-ip-address', 'address'],
  ['none', 'none'],
] as const);

/**
 * An `incomingServer` or `outgoingServer` (draft-ietf-mailmaint-autoconfig).
 *
 * @returns null for what a mail client is not to set up: other services, and servers with `addThisServer` false; in words
 *   what is wrong with a section that cannot be used
 */
export function readServer(section: XmlElement, question: Question): Result<ServerSetting | null, string> {
  const service = services.get((section.attributes.get('type') ?? '').toLowerCase());
  if (service === undefined || isFalse(textOf(section, 'addThisServer'))) return ok(null);
  const authentication = readAuthentication(section);
  if (!authentication.ok) return authentication;
  const filled = (name: string) => fillIn(textOf(section, name) ?? '', question);
  const account = { authentication: authentication.value, user: filled('username') || null };
  if (service === 'jmap' || service === 'exchange') {
    const url = readHttpsUrl(filled('url') || filled('ewsURL'));
    return url.ok ? ok(webService(service, url.value, account)) : url;
  }
  const host = readHost(filled('hostname'));
  if (!host.ok) return host;
  const port = readPort(filled('port'));
  if (!port.ok) return port;
  const security = securities.get(filled('socketType').toLowerCase());
  if (security === undefined) return err(`the socketType "${cutText(filled('socketType'), 40)}" is not known`);
  return ok({ service, host: host.value, port: port.value, security, ...account, url: null });
}

/** The known ones of the alternatives, in their order; a section with alternatives that are all unknown cannot be used. */
function readAuthentication(section: XmlElement): Result<ServerSetting['authentication'], string> {
  const named = childrenOf(section, 'authentication').map(({ text }) => text);
  const known = named.flatMap((name) => authentications.get(name.toLowerCase()) ?? []);
  if (named.length > 0 && known.length === 0)
    return err(`no authentication of it is known: ${cutText(named.join(', '), 100)}`);
  return ok([...new Set(known)]);
}

function isFalse(text: string | null): boolean {
  return text?.toLowerCase() === 'false';
}
