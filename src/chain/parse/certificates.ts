import { X509Certificate } from 'node:crypto';
import { err, ok } from '../../core/index.ts';
import type { Parsed } from './parsed.ts';

const block = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** The contents of a certificate file, PEM or one certificate in DER → PEM. What stands around the certificates is left out. */
export function parseCertificates(content: Buffer): Parsed<string> {
  const text = content.toString('latin1');
  const certificates = text.match(block) ?? [];
  if (certificates.some((certificate) => read(certificate) === null)) return err('damaged-certificate');
  if (certificates.length > 0) return ok(certificates.join('\n'));
  // Windows exports certificates in DER unless it is told otherwise.
  const der = content[0] === 0x30 ? read(content) : null;
  if (der !== null) return ok(der);
  return err(text.includes('PRIVATE KEY-----') ? 'private-key' : 'no-certificate');
}

/** The same for contents that came as text: PEM, or base64 of DER. */
export function parseCertificateText(text: string): Parsed<string> {
  return parseCertificates(Buffer.from(text, text.includes('-----BEGIN ') ? 'latin1' : 'base64'));
}

/** A certificate as PEM; null when it is none. */
function read(certificate: string | Buffer): string | null {
  try {
    return new X509Certificate(certificate).toString();
  } catch {
    return null;
  }
}
