import type { Authentication, Given, Protocol, Security } from '../../clients/index.ts';
import { UsageError } from '../usage-error.ts';

type GivenIncoming = NonNullable<Given['incoming']>;
type GivenOutgoing = NonNullable<Given['outgoing']>;

/** What a URL says of a server, before its scheme is understood. */
interface Scheme {
  readonly scheme: string;
  readonly port: number | null;
}

/** RFC 8314: TLS from the start has schemes and ports of its own; the others stand for STARTTLS, never for no TLS. */
const incomingSchemes: Readonly<Record<string, readonly [Protocol, Security, port: number]>> = {
  imaps: ['imap', 'implicit', 993],
  imap: ['imap', 'starttls', 143],
  pop3s: ['pop3', 'implicit', 995],
  pops: ['pop3', 'implicit', 995],
  pop3: ['pop3', 'starttls', 110],
  pop: ['pop3', 'starttls', 110],
};

const outgoingSchemes: Readonly<Record<string, readonly [Security, port: number]>> = {
  submissions: ['implicit', 465],
  smtps: ['implicit', 465],
  submission: ['starttls', 587],
  smtp: ['starttls', 587],
};

/** What may follow the user name as `;AUTH=` (RFC 5092, 3.2). */
const mechanisms: Readonly<Record<string, Authentication>> = {
  PLAIN: 'password',
  'CRAM-MD5': 'encrypted-password',
  GSSAPI: 'kerberos',
  NTLM: 'ntlm',
  OAUTHBEARER: 'oauth2',
  XOAUTH2: 'oauth2',
  EXTERNAL: 'certificate',
  ANONYMOUS: 'none',
};

/** `imaps://user@host:port` and its like. Throws UsageError. */
export function incomingServer(text: string): GivenIncoming {
  const { scheme, ...server } = serverIn('--incoming', text);
  const [protocol, security, port] = known('--incoming', text, incomingSchemes, scheme);
  return { protocol, security, ...server, port: server.port ?? port };
}

/** `submissions://user@host:port` and its like. Throws UsageError. */
export function outgoingServer(text: string): GivenOutgoing {
  const { scheme, ...server } = serverIn('--outgoing', text);
  const [security, port] = known('--outgoing', text, outgoingSchemes, scheme);
  return { security, ...server, port: server.port ?? port };
}

/** Throws UsageError. */
function known<T>(option: string, text: string, schemes: Readonly<Record<string, T>>, scheme: string): T {
  const found = entryOf(schemes, scheme);
  if (found !== undefined) return found;
  throw new UsageError(option, text, `begin with ${Object.keys(schemes).join('://, ')}://`);
}

function entryOf<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function serverIn(option: string, text: string): Omit<GivenOutgoing, 'port' | 'security'> & Scheme {
  const url = urlIn(option, text);
  if (url.password !== '') {
    // The text is not repeated: the password is in it.
    throw new UsageError(option, null, 'leave out the password; no file ever holds one, and the client asks for it');
  }
  const [, user = '', mechanism = ''] = /^(.*?)(?:;AUTH=(.*))?$/is.exec(decoded(option, text, url.username)) ?? [];
  return {
    scheme: url.protocol.slice(0, -1),
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? null : Number(url.port),
    user: user === '' ? null : user,
    authentication: mechanism === '' ? 'password' : authenticationIn(option, text, mechanism),
  };
}

function authenticationIn(option: string, text: string, mechanism: string): Authentication {
  const found = entryOf(mechanisms, mechanism.toUpperCase());
  if (found !== undefined) return found;
  throw new UsageError(option, text, `after ;AUTH= give one of ${Object.keys(mechanisms).join(', ')}`);
}

function urlIn(option: string, text: string): URL {
  try {
    const url = new URL(text);
    if (url.hostname !== '' && /^\/?$/.test(url.pathname + url.search + url.hash)) return url;
  } catch {
    // It is none: said below.
  }
  const example = option === '--incoming' ? 'imaps://imap.corp.example:993' : 'submissions://smtp.corp.example:465';
  throw new UsageError(option, withoutUserInfo(text), `give a URL such as ${example}`);
}

function decoded(option: string, text: string, part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new UsageError(option, text, 'a percent sign in the user name is written %25');
  }
}

/** What somebody typed wrongly may hold a password all the same. */
function withoutUserInfo(text: string): string {
  return text.replace(/\/\/.*@/s, '//…@');
}
