import type { DetailedPeerCertificate } from 'node:tls';
import { cutList, cutText } from '../core/index.ts';
import type { CertificateReport } from '../run/index.ts';

const longestChain = 10;
const mostNames = 100;
/** Characters of one name. */
const longestName = 500;

/** A peer's certificate as data for the report. */
export function certificateFacts(certificate: DetailedPeerCertificate, verified: boolean): CertificateReport {
  return {
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    names: cutList(alternativeNames(certificate), mostNames).map((name) => cutText(name, longestName)),
    notBefore: isoDate(certificate.valid_from),
    notAfter: isoDate(certificate.valid_to),
    serialNumber: certificate.serialNumber,
    fingerprint256: certificate.fingerprint256,
    key: keyName(certificate),
    chain: chainOf(certificate).map(({ subject }) => nameOf(subject)),
    verified,
  };
}

/** The certificate and its issuers, as far as the peer sent them or they are known. */
export function chainOf(certificate: DetailedPeerCertificate): DetailedPeerCertificate[] {
  const chain: DetailedPeerCertificate[] = [];
  let current: DetailedPeerCertificate | undefined = certificate;
  while (current !== undefined && !chain.includes(current) && chain.length < longestChain) {
    chain.push(current);
    current = current.issuerCertificate;
  }
  return chain;
}

/** subjectAltName entries without their type: DNS names and addresses. */
export function alternativeNames({ subjectaltname }: DetailedPeerCertificate): string[] {
  if (subjectaltname === undefined) return [];
  return subjectaltname
    .split(', ')
    .filter((entry) => /^(DNS|IP Address):/.test(entry))
    .map((entry) => entry.slice(entry.indexOf(':') + 1));
}

function keyName(certificate: DetailedPeerCertificate): string {
  const { bits, asn1Curve } = certificate as { bits?: number; asn1Curve?: string };
  return asn1Curve === undefined ? `RSA ${bits ?? '?'}` : `EC ${asn1Curve}`;
}

function nameOf(name: DetailedPeerCertificate['subject']): string {
  const parts = Object.entries({ ...name }).map(([key, value]) => `${key}=${String(value)}`);
  return cutText(parts.reverse().join(', '), longestName);
}

/** OpenSSL's date as ISO 8601; as it is where it cannot be read. */
export function isoDate(text: string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? text : date.toISOString();
}
