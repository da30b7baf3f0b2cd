/** Only what can be a certificate: keys and broken blocks of a bundle stay out of a TLS context. */
const CERTIFICATE = /-----BEGIN CERTIFICATE-----\s*([A-Za-z0-9+/=\s]+?)\s*-----END CERTIFICATE-----/g;

/**
 * The certificates of a PEM bundle (RFC 7468), each once, in their order; text around them is passed over.
 * The bodies are not decoded: a bundle has some 150 of them and lies on the start-up path.
 */
export function splitPem(bundle: string): string[] {
  const found = new Set<string>();
  for (const [, body = ''] of bundle.matchAll(CERTIFICATE)) {
    found.add(`-----BEGIN CERTIFICATE-----\n${body.replace(/\r/g, '')}\n-----END CERTIFICATE-----\n`);
  }
  return [...found];
}
