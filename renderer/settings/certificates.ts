import type { Flaw } from '../../src/core/flaw.ts';

/** Bytes; a bundle of every public authority is a quarter of this. */
const largestFile = 1_048_576;

type Read = { readonly pem: string } | { readonly flaw: Flaw };

/** A certificate file as PEM: PEM as it is, one certificate in DER wrapped. The main process looks into it. */
export async function readCertificates(file: Blob): Promise<Read> {
  if (file.size > largestFile) return { flaw: 'too-large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = new TextDecoder('latin1').decode(bytes);
  if (text.includes('-----BEGIN CERTIFICATE-----')) return { pem: text };
  if (text.includes('PRIVATE KEY-----')) return { flaw: 'private-key' };
  // Every certificate in DER is a sequence.
  return bytes[0] === 0x30 ? { pem: wrapped(bytes) } : { flaw: 'no-certificate' };
}

export function countCertificates(pem: string): number {
  return pem.split('-----BEGIN CERTIFICATE-----').length - 1;
}

function wrapped(der: Uint8Array): string {
  const base64 = btoa(Array.from(der, (octet) => String.fromCharCode(octet)).join(''));
  return ['-----BEGIN CERTIFICATE-----', ...(base64.match(/.{1,64}/g) ?? []), '-----END CERTIFICATE-----'].join('\n');
}
