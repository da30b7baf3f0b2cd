import { cutText, err, ok, type Result } from '../../core/index.ts';
import { normalizeName } from '../../dns/index.ts';
import { isAddress } from '../../net/index.ts';
import { parseDn } from '../names/dn.ts';

/** Where a pointer leads: to a directory, to a place in it, or to a place in the directory that it stands in. */
export interface PointerTarget {
  /** DNS name of a domain or of a server, in lower case; null: the directory that the pointer stands in. */
  readonly host: string | null;
  /** DN to look below; null: the directory's configuration. */
  readonly base: string | null;
}

/** Reads `LDAP://HOST`, `LDAP://HOST/DN` or `LDAP://DN`, as Active Directory writes them; in words why it is none of these. */
export function readPointer(url: string): Result<PointerTarget, string> {
  const parts = /^ldaps?:\/\/([^/?]*)(?:\/([^?]*))?$/i.exec(url);
  if (parts === null) return err('it is no LDAP address');
  const [, first = '', second = ''] = parts;
  const isName = first.includes('=');
  const host = isName || first === '' ? null : first.replace(/:\d{1,5}$/, '');
  const base = decoded(isName ? first : second);
  if (host !== null && isAddress(host.replace(/^\[|\]$/g, ''))) {
    return err('it is an IP address, which can prove no name');
  }
  const name = host === null ? null : normalizeName(host);
  if (host !== null && name?.includes('.') !== true) return err(`"${cutText(host, 100)}" is no full host name`);
  if (base === null || !parseDn(base).ok) return err('what stands behind it is no distinguished name');
  if (name === null && base === '') return err('it names nothing');
  return ok({ host: name, base: base === '' ? null : base });
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
