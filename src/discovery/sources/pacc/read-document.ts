import { cutText, err, ok, type Result } from '../../../core/index.ts';
import type { FoundSettings, ServerSetting } from '../../../run/index.ts';
import type { MailPorts, Question } from '../../source.ts';
import { readHost, readHttpsUrl, readPage, webService } from '../endpoint.ts';
import type { SectionFlaw } from '../place.ts';
import { hostSection, type PaccDocument, paccSchema, urlSection } from './schema.ts';

type Content = Pick<FoundSettings, 'provider' | 'servers' | 'documentation' | 'issuer'> & {
  readonly flaws: readonly SectionFlaw[];
};

type Account = Pick<ServerSetting, 'authentication' | 'user'>;

type Read = (section: unknown, account: Account, ports: MailPorts) => Result<ServerSetting, string>;

/** How each section is read. The draft knows implicit TLS on the registered port only (RFC 8314). */
const readers: readonly (readonly [keyof PaccDocument['protocols'], Read])[] = [
  ['imap', mailServer('imap', 'imaps')],
  ['pop3', mailServer('pop3', 'pop3s')],
  ['submit', mailServer('submission', 'submissions')],
  ['smtp', mailServer('submission', 'submissions')],
  ['jmap', readJmap],
];

/** Reads the document of draft-ietf-mailmaint-pacc; in words why it cannot be read. */
export function readDocument(text: string, { address }: Question, ports: MailPorts): Result<Content, string> {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const { protocols, authentication, info } = parsed.value;
  const issuer = authentication?.['oauth-public']?.issuer;
  const account: Account = { authentication: authenticationOf(parsed.value), user: address };
  const servers: ServerSetting[] = [];
  const flaws: SectionFlaw[] = [];
  for (const [name, read] of readers) {
    if (protocols[name] === undefined) continue;
    const server = read(protocols[name], account, ports);
    if (server.ok) servers.push(server.value);
    else flaws.push({ line: lineOf(text, name), reason: `${name}: ${server.error}` });
  }
  const page = readPage(info?.help?.documentation ?? '');
  return ok({
    provider: info?.provider?.name ?? null,
    servers,
    documentation: page === null ? [] : [{ url: page, text: '' }],
    ...(issuer !== undefined && { issuer }),
    flaws,
  });
}

function authenticationOf({ authentication }: PaccDocument): Account['authentication'] {
  return [
    ...(authentication?.['oauth-public'] === undefined ? [] : (['oauth2'] as const)),
    ...(authentication?.password === true ? (['password'] as const) : []),
  ];
}

function mailServer(service: 'imap' | 'pop3' | 'submission', port: keyof MailPorts): Read {
  return (section, account, ports) => {
    const { data } = hostSection.safeParse(section);
    const host = data === undefined ? err('it names no server') : readHost(data.host);
    return host.ok
      ? ok({ service, host: host.value, port: ports[port], security: 'implicit', ...account, url: null })
      : host;
  };
}

function readJmap(section: unknown, account: Account): Result<ServerSetting, string> {
  const { data } = urlSection.safeParse(section);
  const url = data === undefined ? err('it names no URL') : readHttpsUrl(data.url);
  return url.ok ? ok(webService('jmap', url.value, account)) : url;
}

function parse(text: string): Result<PaccDocument, string> {
  try {
    const { data } = paccSchema.safeParse(JSON.parse(text));
    return data === undefined ? err('it has no protocols') : ok(data);
  } catch (error) {
    return err(error instanceof Error ? cutText(error.message, 200) : 'it is no JSON');
  }
}

/** Where a member of that name is first spoken of: JSON itself keeps no lines. */
function lineOf(text: string, name: string): number {
  const at = text.indexOf(`"${name}"`);
  return text.slice(0, Math.max(at, 0)).split('\n').length;
}
