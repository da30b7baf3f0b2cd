import { err, ok, type Result } from '../../../core/index.ts';
import type { ServerSetting } from '../../../run/index.ts';
import { textOf, type XmlElement } from '../../xml/read-xml.ts';
import { readHost, readHttpsUrl, readPort, webService } from '../endpoint.ts';

interface MailService {
  readonly service: 'imap' | 'pop3' | 'submission';
  /** The registered port of implicit TLS, and that of a connection which begins in clear text. */
  readonly ports: { readonly implicit: number; readonly starttls: number };
}

const mailServices: ReadonlyMap<string, MailService> = new Map([
  ['imap', { service: 'imap', ports: { implicit: 993, starttls: 143 } }],
  ['pop3', { service: 'pop3', ports: { implicit: 995, starttls: 110 } }],
  ['smtp', { service: 'submission', ports: { implicit: 465, starttls: 587 } }],
] as const);

const exchangeTypes: readonly string[] = ['exch', 'expr', 'exhttp'];

/** Ports on which a session begins in clear text: TLS there is STARTTLS, whatever the document calls it. */
const clearTextPorts: readonly number[] = [25, 110, 143, 587];

/**
 * A `Protocol` of a POX answer (MS-OXDSCLI 2.2.4.1.1.2.6): IMAP, POP3, SMTP, or Exchange with its web services.
 *
 * @param login what a user name in it is for the person
 * @returns null for protocols that name no server of these; in words what is wrong with one that cannot be used
 */
export function readProtocol(
  section: XmlElement,
  login: (said: string) => string,
): Result<ServerSetting | null, string> {
  const type = (textOf(section, 'Type') ?? section.attributes.get('Type') ?? '').toLowerCase();
  const service = mailServices.get(type);
  if (service !== undefined) return readMailServer(section, service, login);
  const url = exchangeTypes.includes(type) ? textOf(section, 'ASUrl') || textOf(section, 'EwsUrl') : null;
  if (!url) return ok(null);
  const parsed = readHttpsUrl(url);
  return parsed.ok ? ok(webService('exchange', parsed.value, { authentication: [], user: null })) : parsed;
}

function readMailServer(
  section: XmlElement,
  { service, ports }: MailService,
  login: (said: string) => string,
): Result<ServerSetting, string> {
  const host = readHost(textOf(section, 'Server') ?? '');
  if (!host.ok) return host;
  const portText = textOf(section, 'Port') ?? '';
  const port = portText === '' ? null : readPort(portText);
  if (port !== null && !port.ok) return port;
  const security = securityOf(section, port?.value ?? null);
  if (security === null) return err('its Encryption is not known');
  return ok({
    service,
    host: host.value,
    port: port?.value ?? ports[security === 'implicit' ? 'implicit' : 'starttls'],
    security,
    authentication: authenticationOf(section),
    user: userOf(section, login),
    url: null,
  });
}

/** `Encryption` has the last word over `SSL`, which is on unless it is said to be off (MS-OXDSCLI). */
function securityOf(section: XmlElement, port: number | null): ServerSetting['security'] | null {
  const encrypted = port !== null && clearTextPorts.includes(port) ? 'starttls' : 'implicit';
  switch (textOf(section, 'Encryption')?.toLowerCase() || null) {
    case 'none':
      return 'plain';
    case 'tls':
      return 'starttls';
    case 'ssl':
    case 'auto':
      return encrypted;
    case null:
      return isOff(section, 'SSL') ? 'plain' : encrypted;
    default:
      return null;
  }
}

/** `SPA` is Microsoft's name for NTLM. Where it is not spoken of, nothing is said. */
function authenticationOf(section: XmlElement): ServerSetting['authentication'] {
  if (isOff(section, 'AuthRequired')) return ['none'];
  if (textOf(section, 'SPA') === null) return [];
  return [isOff(section, 'SPA') ? 'password' : 'ntlm'];
}

function userOf(section: XmlElement, login: (said: string) => string): string | null {
  const name = textOf(section, 'LoginName');
  if (!name) return null;
  const domain = textOf(section, 'DomainRequired')?.toLowerCase() === 'on' ? textOf(section, 'DomainName') : null;
  return domain ? `${domain}\\${login(name)}` : login(name);
}

function isOff(section: XmlElement, name: string): boolean {
  return textOf(section, name)?.toLowerCase() === 'off';
}
