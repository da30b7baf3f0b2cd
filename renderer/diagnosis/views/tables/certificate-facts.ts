import type { CertificateReport } from '../../../../src/run/index.ts';
import { day, daysBetween } from '../../../kit/format.ts';
import type { Spoken } from '../../../words/context.tsx';
import type { Words } from '../../../words/words.ts';
import type { Fact } from '../shared/facts.tsx';

export interface SeenCertificate {
  readonly certificate: CertificateReport;
  /** TLS version and cipher, where it was seen on a connection. */
  readonly connection: string | null;
}

/** What a certificate says; `now` is when it was seen, ISO 8601. */
export function certificateFacts(
  { certificate, connection }: SeenCertificate,
  now: string,
  { locale, words: all }: Spoken,
): readonly Fact[] {
  const { certificates: words } = all.views;
  const { subject, issuer, names, notBefore, notAfter, key, serialNumber, fingerprint256, chain, verified } =
    certificate;
  return [
    { name: words.subject, values: [subject], untrusted: true },
    { name: words.issuer, values: [issuer], untrusted: true },
    { name: words.names, values: names, untrusted: true },
    { name: words.from, values: [day(notBefore, locale)] },
    { name: words.until, values: [`${day(notAfter, locale)} (${timeLeft(daysBetween(now, notAfter), words)})`] },
    { name: words.verified, values: [verified ? words.isVerified : words.notVerified] },
    ...(connection === null ? [] : [{ name: words.connection, values: [connection], untrusted: true }]),
    { name: words.key, values: [key], untrusted: true },
    { name: words.fingerprint, values: grouped(fingerprint256), untrusted: true },
    { name: words.serial, values: [serialNumber], untrusted: true },
    ...(chain.length === 0 ? [] : [{ name: words.chain, values: [...new Set(chain)], untrusted: true }]),
  ];
}

function timeLeft(days: number, words: Words['views']['certificates']): string {
  if (days < 0) return words.expired(-days);
  return days === 0 ? words.lastDay : words.daysLeft(days);
}

/** Half a fingerprint a line, in groups of four digits: two people can read it to each other. */
function grouped(fingerprint: string): readonly string[] {
  const groups = fingerprint.replace(/:/g, '').match(/.{1,4}/g) ?? [];
  return [groups.slice(0, 8).join(' '), groups.slice(8).join(' ')].filter((line) => line !== '');
}
