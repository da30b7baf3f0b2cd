import { SocketAddress } from 'node:net';
import { type Answer, decode, type TxtData } from 'dns-packet';
import { isAddress } from '../../net/index.ts';
import { isDomainName } from '../names.ts';
import type { DnsRecord } from '../records.ts';
import { rcodeName } from './rcode.ts';
import { checkShape } from './shape.ts';

export interface DnsMessage {
  /** For example `NOERROR`. */
  readonly rcode: string;
  readonly truncated: boolean;
  readonly authoritative: boolean;
  readonly recursionAvailable: boolean;
  readonly authenticated: boolean;
  readonly answers: readonly DnsRecord[];
  readonly authorities: readonly DnsRecord[];
  readonly additionals: readonly DnsRecord[];
}

/** Reads a message (RFC 1035 4); never throws. Records that are not what they should be are left out. */
export function decodeMessage(message: Buffer): DnsMessage | null {
  const checked = checkShape(message);
  if (checked === null) return null;
  try {
    const decoded = decode(checked.bytes);
    return {
      rcode: rcodeName((checked.extendedRcode << 4) | ((decoded.flags ?? 0) & 0xf)),
      truncated: decoded.flag_tc,
      authoritative: decoded.flag_aa,
      recursionAvailable: decoded.flag_ra,
      authenticated: decoded.flag_ad,
      answers: toRecords(decoded.answers),
      authorities: toRecords(decoded.authorities),
      additionals: toRecords(decoded.additionals),
    };
  } catch {
    return null;
  }
}

function toRecords(answers: readonly Answer[] = []): DnsRecord[] {
  return answers.map(toRecord).filter((record) => record !== null);
}

function toRecord(answer: Answer): DnsRecord | null {
  const name = answer.name.toLowerCase();
  if (!isDomainName(name) || answer.type === 'OPT') return null;
  const owner = { name, ttl: toSeconds(answer.ttl) };
  switch (answer.type) {
    case 'A':
      return { ...owner, type: 'A', data: answer.data };
    case 'AAAA':
      return { ...owner, type: 'AAAA', data: shortest(answer.data) };
    case 'CNAME': {
      const data = answer.data.toLowerCase();
      return isDomainName(data) ? { ...owner, type: 'CNAME', data } : null;
    }
    case 'MX': {
      const exchange = toTarget(answer.data.exchange);
      return exchange === null
        ? null
        : { ...owner, type: 'MX', data: { preference: answer.data.preference ?? 0, exchange } };
    }
    case 'SRV': {
      const { priority = 0, weight = 0, port } = answer.data;
      const target = toServiceTarget(answer.data.target);
      return target === null ? null : { ...owner, type: 'SRV', data: { priority, weight, port, target } };
    }
    case 'SOA': {
      const { mname, serial = 0, minimum = 0 } = answer.data;
      return { ...owner, type: 'SOA', data: { primary: mname.toLowerCase(), serial, minimum } };
    }
    case 'TXT':
      return { ...owner, type: 'TXT', data: toText(answer.data) };
    default:
      return null;
  }
}

/** A host name, or the root, which says that there is none. */
function toTarget(name: string): string | null {
  const target = name.toLowerCase();
  return target === '.' || isDomainName(target) ? target : null;
}

/** An address is no name, but people publish one: whoever reads the record can then say what is wrong with it. */
function toServiceTarget(name: string): string | null {
  return isAddress(name) ? name : toTarget(name);
}

/** A time to live with its highest bit set counts as zero (RFC 2181 8). */
function toSeconds(ttl = 0): number {
  return ttl > 0x7fff_ffff ? 0 : ttl;
}

/** The form in which the system writes an IPv6 address (RFC 5952), so that equal ones compare as equal. */
function shortest(address: string): string {
  return new SocketAddress({ address, family: 'ipv6' }).address;
}

function toText(data: TxtData): string {
  const parts = Array.isArray(data) ? data : [data];
  return Buffer.concat(parts.map((part) => Buffer.from(part))).toString('utf8');
}
