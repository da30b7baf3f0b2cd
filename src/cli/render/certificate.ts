import type { TlsReport } from '../../run/index.ts';
import { day } from './units.ts';

/** A certificate in a few words: whose it is, until when, and by whom; nothing where none was shown. */
export function certificateWords(certificate: TlsReport['certificate']): string {
  if (certificate === null) return '';
  const names = certificate.names.join(', ') || certificate.subject;
  return `${names}, until ${day(certificate.notAfter)}, from ${certificate.issuer}`;
}
