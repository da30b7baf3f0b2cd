import type { AccountReport } from '../../run/index.ts';
import type { Entry, Value } from '../ldap/entry.ts';
import { parseDn } from '../names/dn.ts';
import { mailAddresses } from './addresses.ts';
import { fileTimeDate } from './file-time.ts';

/** Who the directory says a person is. Every text is the directory's: untrusted where it is shown. */
export type Account = AccountReport;

export function toAccount(entry: Entry): Account {
  const texts = (attribute: string) => entry.values(attribute).filter(isText);
  const first = (attribute: string) => texts(attribute)[0];
  const { mail, aliases } = mailAddresses(texts('mail'), texts('proxyAddresses'));
  return {
    dn: first('distinguishedName') ?? entry.dn,
    displayName: first('displayName') ?? first('cn') ?? null,
    mail,
    aliases: [...aliases],
    userPrincipalName: first('userPrincipalName') ?? null,
    samAccountName: first('sAMAccountName') ?? null,
    homeServer: first('mailHost') ?? exchangeServer(first('msExchHomeServerName')) ?? storeServer(first('homeMDB')),
    passwordExpiresAt: fileTimeDate(first('msDS-UserPasswordExpiryTimeComputed'))?.toISOString() ?? null,
    lastBadPasswordAt: fileTimeDate(first('badPasswordTime'))?.toISOString() ?? null,
    badPasswordCount: count(first('badPwdCount')),
  };
}

function isText(value: Value): value is string {
  return typeof value === 'string';
}

function count(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** `EX1` out of `/o=Corp/ou=…/cn=Servers/cn=EX1`, an Exchange legacyExchangeDN. */
function exchangeServer(legacyName: string | undefined): string | null {
  return /\/cn=Servers\/cn=([^/]+)/i.exec(legacyName ?? '')?.[1] ?? null;
}

/** The server above a mailbox store: `CN=Store,…,CN=EX1,CN=Servers,…`; newer stores stand below no server. */
function storeServer(store: string | undefined): string | null {
  const dn = parseDn(store ?? '');
  const names = dn.ok ? dn.value.map((rdn) => rdn[0]?.value ?? '') : [];
  const servers = names.findIndex((name) => name.toLowerCase() === 'servers');
  return names[servers - 1] ?? null;
}
