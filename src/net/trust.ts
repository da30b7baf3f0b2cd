import { constants } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';

/** Which issuers are believed, and which ciphers are good enough. */
export interface Trust {
  /** Made at first use, which costs some 30 ms for a system's whole trust store, and then kept. */
  readonly context: SecureContext;
}

/**
 * @param certificates PEM texts of the trusted issuers; the context throws when one is not a certificate
 */
export function createTrust(certificates: readonly string[]): Trust {
  let made: SecureContext | null = null;
  return {
    get context() {
      made ??= contextFor(certificates);
      return made;
    },
  };
}

function contextFor(certificates: readonly string[]): SecureContext {
  // OpenSSL's level 2 asks for RSA of 2048 bits, EC of 224, and no SHA-1 signature; `judge.ts` checks the rest. BoringSSL,
  // in the desktop app, knows no levels.
  const ciphers = process.versions['electron'] === undefined ? { ciphers: 'DEFAULT@SECLEVEL=2' } : {};
  // A second handshake (TLS 1.2) could bring another certificate, after the judgement of the first.
  // (The types of the oldest runtime do not know the constant; BoringSSL has none, and does not renegotiate.)
  const secureOptions = Number(Reflect.get(constants, 'SSL_OP_NO_RENEGOTIATION') ?? 0);
  return createSecureContext({ ca: [...certificates], minVersion: 'TLSv1.2', secureOptions, ...ciphers });
}
