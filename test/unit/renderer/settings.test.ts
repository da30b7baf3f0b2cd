import { expect, it } from 'vitest';
import { countCertificates, readCertificates } from '../../../renderer/settings/certificates.ts';
import { domainFlaw, serverFlaw } from '../../../renderer/settings/checks.ts';

it.each([
  ['', null],
  ['mail', null],
  ['mail.corp.example.', null],
  ['postfach.bücher.example', null],
  ['10.1.2.3', null],
  ['[2001:db8::1]', null],
  ['smtp://mail.corp.example', 'server-with-scheme'],
  ['mail.corp.example:587', 'server-with-port'],
  ['alice@corp.example', 'server-looks-like-address'],
  ['mail server', 'not-a-server'],
])('for a server, %j has the flaw %j', (text, flaw) => {
  expect(serverFlaw(text)).toBe(flaw);
});

it.each([
  ['', null],
  ['corp.example', null],
  ['corp..example', 'not-a-domain'],
  ['-corp.example', 'not-a-domain'],
])('for a domain, %j has the flaw %j', (text, flaw) => {
  expect(domainFlaw(text)).toBe(flaw);
});

it('reads certificates as PEM, wraps DER, and refuses keys', async () => {
  const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
  expect(await readCertificates(new Blob([pem]))).toEqual({ pem });
  expect(countCertificates(pem + pem)).toBe(2);
  expect(await readCertificates(new Blob([Uint8Array.of(0x30, 1, 2)]))).toEqual({
    pem: '-----BEGIN CERTIFICATE-----\nMAEC\n-----END CERTIFICATE-----',
  });
  expect(await readCertificates(new Blob(['-----BEGIN PRIVATE KEY-----']))).toEqual({ flaw: 'private-key' });
  expect(await readCertificates(new Blob(['hello']))).toEqual({ flaw: 'no-certificate' });
});
