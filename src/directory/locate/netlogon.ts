/** NETLOGON_SAM_LOGON_RESPONSE_EX (MS-ADTS 6.3.1.9): what a domain controller says to a ping. Unauthenticated. */
export interface NetlogonAnswer {
  /** Whether it serves LDAP for the domain at this moment. */
  readonly serving: boolean;
  /** Whether it is in the site that is closest to this client. */
  readonly closest: boolean;
  readonly forest: string | null;
  readonly domain: string | null;
  readonly host: string | null;
  readonly netbiosDomain: string | null;
  readonly site: string | null;
  /** The site that this client is in. */
  readonly clientSite: string | null;
  readonly nextClosestSite: string | null;
}

/** LOGON_SAM_LOGON_RESPONSE_EX and LOGON_SAM_USER_UNKNOWN_EX; 24 is a DC whose Netlogon is paused. */
const operations = { response: 23, paused: 24, userUnknown: 25 } as const;
const flag = { ldap: 0x8, closest: 0x80 } as const;
const version = { withAddress: 0x8, withClosestSite: 0x10 } as const;

const headLength = 24;
const tailLength = 8;
const longestName = 255;

/**
 * Reads the value of the attribute `netlogon`.
 *
 * @returns null when it is not such a structure
 */
export function parseNetlogon(bytes: Buffer): NetlogonAnswer | null {
  if (bytes.length < headLength + tailLength) return null;
  const operation = bytes.readUInt16LE(0);
  if (!Object.values<number>(operations).includes(operation)) return null;
  const flags = bytes.readUInt32LE(4);
  const reader = nameReader(bytes, headLength);
  const names = Array.from({ length: 8 }, () => reader.next());
  const [forest, domain, host, netbiosDomain, , , site, clientSite] = names.map(plainName);
  if (names.includes(null)) return null;
  return {
    serving: operation !== operations.paused && (flags & flag.ldap) !== 0,
    closest: (flags & flag.closest) !== 0,
    forest: forest ?? null,
    domain: domain ?? null,
    host: host ?? null,
    netbiosDomain: netbiosDomain ?? null,
    site: siteName(site),
    clientSite: siteName(clientSite),
    nextClosestSite: siteName(plainName(nextClosestSite(bytes, reader))),
  };
}

function nextClosestSite(bytes: Buffer, reader: NameReader): string | null {
  const versions = bytes.readUInt32LE(bytes.length - tailLength);
  if (versions & version.withAddress) reader.skip(1 + (bytes[reader.offset] ?? 0));
  const there = (versions & version.withClosestSite) !== 0 && reader.offset < bytes.length - tailLength;
  return there ? reader.next() : null;
}

interface NameReader {
  readonly offset: number;
  /** The next name; null when it is malformed. */
  next(): string | null;
  skip(length: number): void;
}

/** Names compressed as in DNS (RFC 1035 4.1.4), pointers counting from the start of the structure. */
function nameReader(bytes: Buffer, start: number): NameReader {
  let offset = start;
  return {
    get offset() {
      return offset;
    },
    skip(length) {
      offset += length;
    },
    next() {
      const name = readName(bytes, offset);
      if (name === null) return null;
      offset = name.end;
      return name.text;
    },
  };
}

function readName(bytes: Buffer, start: number): { readonly text: string; readonly end: number } | null {
  const labels: Buffer[] = [];
  let at = start;
  let end: number | null = null;
  let length = 0;
  /** Pointers may only lead further back than everything that was read so far: no name can loop. */
  let lowest = start;
  for (;;) {
    const octet = bytes[at];
    if (octet === undefined) return null;
    if (octet === 0) return { text: utf8(Buffer.concat(labels).subarray(1)), end: end ?? at + 1 };
    if (octet >= 0xc0) {
      if (at + 2 > bytes.length) return null;
      const target = bytes.readUInt16BE(at) & 0x3fff;
      if (target >= lowest || target < headLength) return null;
      end ??= at + 2;
      lowest = target;
      at = target;
      continue;
    }
    length += octet + 1;
    if (octet > 63 || length > longestName || at + 1 + octet > bytes.length) return null;
    labels.push(Buffer.from('.'), bytes.subarray(at + 1, at + 1 + octet));
    at += 1 + octet;
  }
}

/** Not strict: what is no UTF-8 becomes U+FFFD, which no acceptable name contains. */
function utf8(bytes: Buffer): string {
  return bytes.toString('utf8');
}

/** A name that may be shown, asked for and compared; null for an empty one and for everything else. */
function plainName(name: string | null): string | null {
  return name !== null && /^[\p{L}\p{N}_.-]+$/u.test(name) ? name : null;
}

/** A site is one DNS label: questions are built from it. */
function siteName(name: string | null | undefined): string | null {
  return name && !name.includes('.') && Buffer.byteLength(name) <= 63 ? name : null;
}
