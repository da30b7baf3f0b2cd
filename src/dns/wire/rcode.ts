const names: Readonly<Record<number, string>> = {
  0: 'NOERROR',
  1: 'FORMERR',
  2: 'SERVFAIL',
  3: 'NXDOMAIN',
  4: 'NOTIMP',
  5: 'REFUSED',
  9: 'NOTAUTH',
  16: 'BADVERS',
};

/** The name of a response code (RFC 6895 2.3), extended ones included. */
export function rcodeName(code: number): string {
  return names[code] ?? `RCODE${code}`;
}
