import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { ber, berInteger, berOid, berTag, berText } from './ber.ts';

export type CertificateKind = 'good' | 'untrusted-issuer' | 'wrong-name' | 'expired' | 'not-yet-valid';

/** PEM texts, as `tls.createSecureContext` takes them. */
export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
}

export interface Authority {
  /** The authority's own certificate, PEM: what a client must trust. */
  readonly pem: string;
  /** A server certificate for DNS names; the other kinds are each wrong in exactly one way. */
  issue(names: readonly string[], kind?: CertificateKind): ServerCertificate;
}

const day = 86_400_000;
const lifetime = 7 * day;
/** Clocks on one machine agree, clocks in virtual machines nearly do. */
const backdated = day;

const algorithm = ber(berTag.sequence, berOid('1.2.840.10045.4.3.2'));
const version3 = ber(0xa0, berInteger(2));

/** A certificate authority that lives as long as the process (X.509 v3, RFC 5280; EC P-256 and SHA-256). */
export function makeAuthority(name = 'Waypost lab authority', now: Date = new Date()): Authority {
  const keys = newKeys();
  const own = certificate({
    subject: name,
    issuer: name,
    publicKey: keys.publicKey,
    signer: keys,
    from: new Date(now.getTime() - backdated),
    to: new Date(now.getTime() + lifetime),
    extensions: authorityExtensions(keys.publicKey),
  });
  return {
    pem: own,
    issue(names, kind = 'good') {
      if (kind === 'untrusted-issuer') return makeAuthority('Somebody else', now).issue(names);
      const server = newKeys();
      const subjects = kind === 'wrong-name' ? ['other.example'] : names;
      const cert = certificate({
        subject: subjects[0] ?? 'server',
        issuer: name,
        publicKey: server.publicKey,
        signer: keys,
        ...validity(kind, now),
        extensions: serverExtensions(server.publicKey, keys.publicKey, subjects),
      });
      return { cert, key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
    },
  };
}

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

interface Content {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly signer: KeyPair;
  readonly from: Date;
  readonly to: Date;
  readonly extensions: readonly Buffer[];
}

function certificate(content: Content): string {
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40; // positive, and of fixed length
  const body = ber(
    berTag.sequence,
    version3,
    ber(berTag.integer, serial),
    algorithm,
    commonName(content.issuer),
    ber(berTag.sequence, time(content.from), time(content.to)),
    commonName(content.subject),
    spki(content.publicKey),
    ber(0xa3, ber(berTag.sequence, ...content.extensions)),
  );
  const signature = sign('sha256', body, content.signer.privateKey);
  const der = ber(berTag.sequence, body, algorithm, bits(signature));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function authorityExtensions(key: KeyObject): Buffer[] {
  return [
    extension('2.5.29.19', ber(berTag.sequence, ber(berTag.boolean, Buffer.from([0xff])), berInteger(0)), 'critical'),
    extension('2.5.29.15', bits(Buffer.from([0x06]), 1), 'critical'), // keyCertSign, cRLSign
    extension('2.5.29.14', berText(keyId(key))),
  ];
}

function serverExtensions(key: KeyObject, issuer: KeyObject, names: readonly string[]): Buffer[] {
  const dnsNames = names.map((name) => berText(name, 0x82));
  return [
    extension('2.5.29.19', ber(berTag.sequence), 'critical'),
    extension('2.5.29.15', bits(Buffer.from([0x80]), 7), 'critical'), // digitalSignature
    extension('2.5.29.37', ber(berTag.sequence, berOid('1.3.6.1.5.5.7.3.1'))), // serverAuth
    extension('2.5.29.17', ber(berTag.sequence, ...dnsNames)),
    extension('2.5.29.14', berText(keyId(key))),
    extension('2.5.29.35', ber(berTag.sequence, berText(keyId(issuer), 0x80))),
  ];
}

function validity(kind: CertificateKind, now: Date): { from: Date; to: Date } {
  const at = (offset: number) => new Date(now.getTime() + offset);
  if (kind === 'expired') return { from: at(-lifetime), to: at(-backdated) };
  if (kind === 'not-yet-valid') return { from: at(lifetime), to: at(2 * lifetime) };
  return { from: at(-backdated), to: at(lifetime) };
}

function extension(oid: string, value: Buffer, critical?: 'critical'): Buffer {
  const flag = critical ? [ber(berTag.boolean, Buffer.from([0xff]))] : [];
  return ber(berTag.sequence, berOid(oid), ...flag, berText(value));
}

function commonName(name: string): Buffer {
  return ber(
    berTag.sequence,
    ber(berTag.set, ber(berTag.sequence, berOid('2.5.4.3'), berText(name, berTag.utf8String))),
  );
}

/** RFC 5280 4.1.2.5: two-digit years through 2049, four digits from then on. */
function time(date: Date): Buffer {
  const digits = `${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z`;
  return date.getUTCFullYear() < 2050
    ? berText(digits.slice(2), berTag.utcTime)
    : berText(digits, berTag.generalizedTime);
}

function newKeys(): KeyPair {
  return generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
}

function spki(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' });
}

/** RFC 7093 2, method 4: any hash of the whole public key info, cut to 160 bits. */
function keyId(key: KeyObject): Buffer {
  return createHash('sha256').update(spki(key)).digest().subarray(0, 20);
}

function bits(value: Buffer, unused = 0): Buffer {
  return ber(berTag.bitString, Buffer.from([unused]), value);
}
