import { checkServerIdentity, type DetailedPeerCertificate } from 'node:tls';
import { cutList, type Problem } from '../core/index.ts';
import { problem } from '../problems/index.ts';
import { alternativeNames, chainOf, isoDate } from './certificate.ts';
import type { Place } from './problem.ts';
import { weakSignature } from './signature.ts';

/** OpenSSL's verdicts that have a problem of their own; every other one means that the issuer is not trusted. */
const dateErrors: Readonly<Record<string, 'tls.expired' | 'tls.not-yet-valid'>> = {
  CERT_HAS_EXPIRED: 'tls.expired',
  CERT_NOT_YET_VALID: 'tls.not-yet-valid',
};

/** More names than these tell nobody more. */
const mostNames = 20;
const noSubject = { C: '', ST: '', L: '', O: '', OU: '', CN: '' };

/**
 * Judges a peer's certificate: chain, dates, name (a subjectAltName; never the common name alone), key and signature.
 *
 * @param verifyError OpenSSL's verdict on the chain, null when it is trusted
 * @returns what is wrong, or null
 */
export function judgeCertificate(
  certificate: DetailedPeerCertificate,
  verifyError: string | null,
  { host, port, owner }: Place,
): Problem | null {
  const evidence = verifyError === null ? [] : [verifyError];
  const details = { evidence, owner };
  if (Object.keys(certificate).length === 0) return problem('tls.handshake-failed', { host, port }, details);
  // Before OpenSSL's verdict, which would say of a weak certificate only that it is not trusted.
  const weakness = judgeStrength(certificate, host, owner);
  if (weakness !== null) return weakness;
  const dateError = dateErrors[verifyError ?? ''];
  if (dateError !== undefined) {
    const date = isoDate(dateError === 'tls.expired' ? certificate.valid_to : certificate.valid_from).slice(0, 10);
    return problem(dateError, { host, date }, details);
  }
  if (verifyError !== null && !verifyError.startsWith('ERR_TLS_CERT_ALTNAME')) {
    const issuer = String(certificate.issuer?.CN ?? certificate.issuer?.O ?? 'an unknown issuer');
    return problem(
      'tls.untrusted-issuer',
      { host, issuer },
      { ...details, remedies: [{ option: 'ca', value: 'FILE' }] },
    );
  }
  return judgeName(certificate, host, owner);
}

function judgeName(certificate: DetailedPeerCertificate, host: string, owner: Place['owner']): Problem | null {
  const names = alternativeNames(certificate);
  // Without its subject: Node would take the common name of a certificate whose subjectAltName holds no DNS name.
  const mismatch = checkServerIdentity(host, { ...certificate, subject: noSubject });
  if (mismatch === undefined) return null;
  return problem(
    'tls.name-mismatch',
    { host, names: cutList(names, mostNames).join(', ') || '(none)' },
    { evidence: [mismatch.message], owner },
  );
}

function judgeStrength(certificate: DetailedPeerCertificate, host: string, owner: Place['owner']): Problem | null {
  const { bits, asn1Curve } = certificate as { bits?: number; asn1Curve?: string };
  const least = asn1Curve === undefined ? 2048 : 256;
  const weakKey = bits !== undefined && bits < least ? `a key of ${bits} bits` : null;
  // The trust anchor's own signature proves nothing and is not judged.
  const signed = chainOf(certificate).filter(({ issuerCertificate }, i) => i === 0 || issuerCertificate !== undefined);
  const weak =
    weakKey ??
    signed
      .filter(isNotAnchor)
      .map(({ raw }) => weakSignature(raw))
      .find((what) => what !== null);
  return weak ? problem('tls.weak', { host, what: weak }, { owner }) : null;
}

function isNotAnchor(certificate: DetailedPeerCertificate): boolean {
  return certificate.issuerCertificate?.fingerprint256 !== certificate.fingerprint256;
}
