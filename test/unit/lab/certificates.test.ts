import { X509Certificate } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { expect, test } from 'vitest';
import { type CertificateKind, makeAuthority } from '../../../src/lab/index.ts';
import { dial, tlsVerdict } from './clients.ts';

test.each<[CertificateKind, string | undefined]>([
  ['good', undefined],
  ['untrusted-issuer', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['wrong-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['expired', 'CERT_HAS_EXPIRED'],
  ['not-yet-valid', 'CERT_NOT_YET_VALID'],
])('a certificate of the kind "%s" is wrong in that way only', async (kind, verdict) => {
  const authority = makeAuthority();
  const context = createSecureContext(authority.issue(['mail.corp.example', 'smtp.corp.example'], kind));
  const server = createServer((socket) => {
    new TLSSocket(socket, { isServer: true, secureContext: context }).on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  expect(await tlsVerdict(dial(port), 'mail.corp.example', authority.pem)).toBe(verdict);
  expect(await tlsVerdict(dial(port), 'smtp.corp.example', authority.pem)).toBe(verdict);
  server.close();
});

test('the authority is one, the server is none, and both are bound to each other', () => {
  const authority = makeAuthority();
  const ca = new X509Certificate(authority.pem);
  const server = new X509Certificate(authority.issue(['mail.corp.example']).cert);
  expect(ca.ca).toBe(true);
  expect(server.ca).toBe(false);
  expect(server.checkIssued(ca)).toBe(true);
  expect(server.verify(ca.publicKey)).toBe(true);
  expect(server.subjectAltName).toBe('DNS:mail.corp.example');
});

test('years from 2050 on are written with four digits', () => {
  const authority = makeAuthority('Late authority', new Date('2055-06-01T00:00:00Z'));
  expect(new X509Certificate(authority.pem).validTo).toContain('2055');
});
