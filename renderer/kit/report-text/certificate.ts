import type { CertificateReport } from '../../../src/run/index.ts';
import type { Spoken } from '../../words/context.tsx';
import { moment } from '../format.ts';
import { fact, shown, shownList } from './lines.ts';

/** A certificate, fact by fact. */
export function certificateLines(
  known: CertificateReport | null,
  { words: { views }, locale }: Spoken,
  indent: number,
): string[] {
  if (known === null) return [];
  const said = views.certificates;
  return [
    ...fact(said.subject, shown(known.subject), indent),
    ...fact(said.issuer, shown(known.issuer), indent),
    ...fact(said.names, shownList(known.names), indent),
    ...fact(said.from, moment(known.notBefore, locale), indent),
    ...fact(said.until, moment(known.notAfter, locale), indent),
    ...fact(said.key, shown(known.key), indent),
    ...fact(said.serial, shown(known.serialNumber), indent),
    ...fact(said.fingerprint, shown(known.fingerprint256), indent),
    ...fact(said.chain, known.chain.map(shown).join(' → '), indent),
    ...fact(said.verified, known.verified ? said.isVerified : said.notVerified, indent),
  ];
}
