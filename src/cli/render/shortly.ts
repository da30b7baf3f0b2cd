const words: Readonly<Record<string, string>> = {
  'net.refused': 'refuses connections',
  'net.timeout': 'does not answer',
  'net.unreachable': 'cannot be reached',
  'net.reset': 'breaks the connection off',
  'tls.untrusted-issuer': 'certificate not trusted',
  'tls.name-mismatch': 'certificate for other names',
  'tls.expired': 'certificate has expired',
  'tls.not-yet-valid': 'certificate is not valid yet',
  'tls.weak': 'TLS is too weak',
  'tls.handshake-failed': 'no TLS connection',
  'smtp.tls-not-offered': 'no encryption offered',
  'smtp.auth-not-offered': 'no sign-in offered',
  'smtp.no-common-mechanism': 'no usable sign-in method',
  'smtp.service-unavailable': 'not in service',
  'smtp.protocol-error': 'answers something else than SMTP',
  'ldap.start-tls-refused': 'does not switch to TLS',
  'ldap.protocol-error': 'answers something else than LDAP',
};

/** A problem of which only the code is known, in the few words that fit into a table; the code itself where there are none. */
export function shortly(code: string): string {
  const known = words[code];
  return known === undefined ? code : `${known} (${code})`;
}
