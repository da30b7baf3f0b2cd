import { createHash } from 'node:crypto';
import { findAccount, netbiosDomain } from '../accounts.ts';
import { domain } from '../dns/records.ts';
import type { Controller } from './controller.ts';

/** NtVer bits of MS-ADTS 6.3.1.1 that change the answer. */
const version = { v1: 0x1, v5: 0x2, v5ex: 0x4, withAddress: 0x8, withClosestSite: 0x10 } as const;

const opcode = { response: 23, userUnknown: 25 } as const;
const closestFlag = 0x80;
/** PDC, GC, LDAP, DS, KDC, time, writable, web service, level 8 to 10, DNS names (MS-ADTS 6.3.1.2). */
const flags = 0xe001_f17d;

/** What a ping asks, from the assertions in its filter (MS-ADTS 6.3.3). */
export function isAboutUs(asked: ReadonlyMap<string, Buffer>): boolean {
  const name = asked.get('dnsdomain')?.toString('utf8').toLowerCase().replace(/\.$/, '');
  return name === undefined || name === '' || name === domain;
}

/**
 * NETLOGON_SAM_LOGON_RESPONSE_EX (MS-ADTS 6.3.1.9), or undefined for clients that ask for the forms before it.
 */
export function netlogonAnswer(asked: ReadonlyMap<string, Buffer>, controller: Controller): Buffer | undefined {
  const ntVer = asked.get('ntver');
  const wants = ntVer?.length === 4 ? ntVer.readUInt32LE(0) : 0;
  if (!(wants & version.v5ex) || !isAboutUs(asked)) return undefined;
  const { host, site, clientSite, nextClosestSite, accounts } = controller;
  const user = asked.get('user')?.toString('utf8') ?? '';
  const known = user === '' || findAccount(accounts, `${netbiosDomain}\\${user}`) !== undefined;
  const names = [domain, domain, `${host}.${domain}`, netbiosDomain, host.toUpperCase(), user, site, clientSite];

  const head = Buffer.alloc(24);
  head.writeUInt16LE(known ? opcode.response : opcode.userUnknown, 0);
  head.writeUInt32LE((flags | (site === clientSite ? closestFlag : 0)) >>> 0, 4);
  createHash('sha256').update(domain).digest().copy(head, 8, 0, 16);

  const writer = nameWriter(head.length);
  const strings = names.map((name) => writer(name));
  const hint = wants & version.withClosestSite ? [writer(nextClosestSite)] : [];
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(version.v1 | version.v5ex | (wants & version.withClosestSite), 0);
  tail.writeUInt32LE(0xffff_ffff, 4);
  return Buffer.concat([head, ...strings, ...hint, tail]);
}

/**
 * Writes names as DNS does, pointing back at endings that were written before (RFC 1035 4.1.4). Pointers count from
 * the start of the whole structure, of which `start` octets precede the first name.
 */
function nameWriter(start: number): (name: string) => Buffer {
  const seen = new Map<string, number>();
  let offset = start;
  return (name) => {
    const labels = name === '' ? [] : name.split('.');
    const parts: Buffer[] = [];
    let end = Buffer.from([0]);
    for (const [index, label] of labels.entries()) {
      const ending = labels.slice(index).join('.').toLowerCase();
      const known = seen.get(ending);
      if (known !== undefined) {
        end = Buffer.from([0xc0 | (known >> 8), known & 0xff]);
        break;
      }
      seen.set(ending, offset + parts.reduce((sum, part) => sum + part.length, 0));
      const text = Buffer.from(label).subarray(0, 63);
      parts.push(Buffer.concat([Buffer.from([text.length]), text]));
    }
    const written = Buffer.concat([...parts, end]);
    offset += written.length;
    return written;
  };
}
