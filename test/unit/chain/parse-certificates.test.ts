import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCertificates, parseCertificateText } from '../../../src/chain/parse/index.ts';

const pem = readFileSync(new URL('../../fixtures/net/ca.pem', import.meta.url), 'utf8').trim();
const der = new X509Certificate(pem).raw;
const isTheCertificate = (text: string) => new X509Certificate(text).raw.equals(der);

describe('the contents of a certificate file', () => {
  it('may be PEM with other things around it, which are left out', () => {
    const content = `Subject: an authority\n${pem}\n-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n`;
    expect(parseCertificates(Buffer.from(content))).toEqual({ ok: true, value: pem });
  });

  it('may be several certificates in PEM', () => {
    expect(parseCertificates(Buffer.from(`${pem}\n\n${pem}`))).toEqual({ ok: true, value: `${pem}\n${pem}` });
  });

  it('may be one certificate in DER, also as base64', () => {
    const read = parseCertificates(der);
    expect(read.ok && isTheCertificate(read.value)).toBe(true);
    expect(parseCertificateText(der.toString('base64'))).toEqual(read);
    expect(parseCertificateText(pem)).toEqual({ ok: true, value: pem });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'no-certificate'],
    ['text', Buffer.from('a letter'), 'no-certificate'],
    ['a key', Buffer.from('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'), 'private-key'],
    ['damaged PEM', Buffer.from(pem.replace(/\n.{20}/, '\n')), 'damaged-certificate'],
    [
      'one good certificate and a damaged one',
      Buffer.from(`${pem}\n${pem.replace(/\n.{20}/, '\n')}`),
      'damaged-certificate',
    ],
    ['damaged DER', der.subarray(0, 100), 'no-certificate'],
  ])('may not be %s', (_, content, error) => {
    expect(parseCertificates(content)).toEqual({ ok: false, error });
  });
});
