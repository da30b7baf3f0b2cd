import { isIP } from 'node:net';
import { err, ok, type Problem, type Result, visible } from '../core/index.ts';
import { problem } from '../problems/index.ts';
import type { Authentication, ClientAccount, MailboxAccount, OutgoingServer } from './account.ts';
import type { ClientWriter } from './writer.ts';

/** More than any directory has; together they still fit into one QR code. */
const longestText = 128;
/** RFC 5321, 4.5.3.1.3 */
const longestAddress = 254;

// A line break or another control code in a name is a mistake or an attack: no header of a mail could carry it.
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]|\p{Surrogate}|\p{Noncharacter_Code_Point}/u;
const blankAtEnd = /^\s|\s$/;
const address = /^[^\s"(),:;<>@[\\\]]+@[^\s"(),:;<>@[\\\]]+$/;
const host = /^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?$/i;

/** An account that this client's format can hold, or the first thing in it that it cannot. */
export function checkAccount(account: ClientAccount, client: ClientWriter): Result<ClientAccount, Problem> {
  const seen = client.mailbox === 'ignored' ? { ...account, incoming: null } : account;
  const found = flawInText(seen, client) ?? flawInServers(seen, client);
  return found === null ? ok(seen) : err(found);
}

export function hasMailbox(account: ClientAccount): account is MailboxAccount {
  return account.incoming !== null;
}

function flawInText(account: ClientAccount, client: ClientWriter): Problem | null {
  const { incoming, outgoing } = account;
  const texts: readonly (readonly [field: string, value: string])[] = [
    ['name', account.name],
    ['address', account.address],
    ['domain', account.domain],
    ['provider', account.provider],
    ...(incoming === null ? [] : serverTexts('incoming', incoming)),
    ...serverTexts('outgoing', outgoing),
  ];
  const bad = texts.find(([field, value]) => !canHold(field, value, client));
  if (bad === undefined) return null;
  const [field, value] = bad;
  return problem('settings.unwritable-value', { client: client.title, field }, { evidence: [visible(value, 200)] });
}

function serverTexts(side: string, { host, port, user }: OutgoingServer): readonly (readonly [string, string])[] {
  return [
    [`${side} host`, host],
    [`${side} port`, String(port)],
    [`${side} user`, user],
  ];
}

function canHold(field: string, value: string, { cannotHold, asciiAddress = false }: ClientWriter): boolean {
  if (field.endsWith('host')) return value.length <= 253 && (host.test(value) || isIP(value) !== 0);
  if (field.endsWith('port')) return Number.isInteger(Number(value)) && Number(value) > 0 && Number(value) < 65_536;
  if (value === '' || control.test(value) || blankAtEnd.test(value) || cannotHold?.test(value)) return false;
  if (field !== 'address') return value.length <= (field === 'domain' ? 253 : longestText);
  return value.length <= longestAddress && address.test(value) && !(asciiAddress && /[^\u0000-\u007f]/.test(value));
}

function flawInServers({ incoming, outgoing }: ClientAccount, client: ClientWriter): Problem | null {
  if (incoming === null && client.mailbox === 'required') {
    return problem('settings.client-needs-mailbox', { client: client.title });
  }
  const servers = incoming === null ? [outgoing] : [incoming, outgoing];
  const unknown = servers.find(({ authentication }) => !client.authentication.includes(authentication));
  if (unknown !== undefined) return unsupported(client, authenticationNames[unknown.authentication]);
  if (incoming === null) return null;
  const { protocol, security } = incoming;
  if (!client.protocols.includes(protocol)) return unsupported(client, protocol.toUpperCase());
  if (client.incomingSecurity.includes(security)) return null;
  return unsupported(client, `${protocol.toUpperCase()}, ${security === 'starttls' ? 'STARTTLS' : 'TLS'}`);
}

/** Names that are the same in every language. */
const authenticationNames: Readonly<Record<Authentication, string>> = {
  password: 'SASL PLAIN',
  'encrypted-password': 'CRAM-MD5',
  kerberos: 'Kerberos',
  ntlm: 'NTLM',
  oauth2: 'OAuth 2',
  certificate: 'SASL EXTERNAL',
  none: 'SASL ANONYMOUS',
};

function unsupported({ title }: ClientWriter, feature: string): Problem {
  return problem('settings.client-lacks', { client: title, feature });
}
