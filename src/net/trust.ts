import { createSecureContext, type SecureContext } from 'node:tls';

/** Which issuers are believed, and which ciphers are good enough. Made once, used for every connection. */
export interface Trust {
  readonly context: SecureContext;
}

/**
 * @param certificates PEM texts of the trusted issuers
 * @throws when a text is not a certificate
 */
export function createTrust(certificates: readonly string[]): Trust {
  // OpenSSL's level 2 asks for RSA of 2048 bits, EC of 224, and no SHA-1 signature; `certificate.ts` checks the rest.
  const ciphers = process.versions['electron'] === undefined ? { ciphers: 'DEFAULT@SECLEVEL=2' } : {};
  return { context: createSecureContext({ ca: [...certificates], minVersion: 'TLSv1.2', ...ciphers }) };
}
