import * as parse from '../../src/chain/parse/index.ts';
import type { AskedRun } from '../contract.ts';
import type { Faultfinder } from './faultfinder.ts';

/** Together; most relays take no more. */
const largestAttachments = 25 * 1_048_576;

/**
 * A form with each field parsed; what was left out, or is of no use, is null.
 *
 * @param usualDomain of people whose name does not tell it; empty when none is set
 */
export function readForm(asked: AskedRun, usualDomain: string, faults: Faultfinder) {
  const { read } = faults;
  checkAttachments(asked.attachments, faults);
  const domain = read('domain', asked.domain.trim(), parse.parseDomain);
  const known = domain ?? (usualDomain === '' ? null : usualDomain);
  const parseDestination =
    asked.goal === 'discover' ? (text: string) => parse.parseWhose(text, known) : parse.parseDestination;
  return {
    server: read('server', asked.server.trim(), parse.parseServer),
    user: read('user', asked.user, parse.parseUser),
    domain,
    site: read('site', asked.site, parse.parseSite),
    destination: read('destination', asked.destination.trim(), parseDestination),
    // The same recipient twice is one recipient.
    to: [...new Set(each(asked.to, (text) => read('to', text.trim(), parse.parseMailAddress)))],
    from: read('from', asked.from.trim(), parse.parseMailAddress),
    subject: read('subject', asked.subject, parse.parseSubject),
    relayUser: read('relayUser', asked.relayUser, parse.parseUser),
    dns: read('dns', asked.dns, parse.parseDnsServers),
    search: read('search', asked.search, parse.parseDomains),
    ca: readCertificates(asked.ca, faults),
    port: read('port', asked.port.trim(), parse.parsePort),
    security: read('security', asked.security, parse.parseSecurity),
    approvedDomains: each(asked.approvedDomains, (text) => read('approvedDomains', text.trim(), parse.parseDomain)),
    timeout: read('timeout', asked.timeout.trim(), parse.parseSeconds),
  };
}
export type Form = ReturnType<typeof readForm>;

function each<T>(texts: readonly string[], read: (text: string) => T | null): T[] {
  return texts.map(read).filter((value): value is T & NonNullable<T> => value !== null);
}

/** What is wrong with a file is said without repeating what is in it: it may be a private key. */
function readCertificates(text: string, faults: Faultfinder): string | null {
  if (text.trim() === '') return null;
  const certificates = parse.parseCertificateText(text);
  if (!certificates.ok) faults.add('ca', certificates.error);
  return certificates.ok ? certificates.value : null;
}

function checkAttachments(attachments: AskedRun['attachments'], faults: Faultfinder): void {
  let room = largestAttachments;
  const tooMuch = attachments.find(({ base64 }) => {
    room -= Buffer.byteLength(base64, 'base64');
    return room < 0;
  });
  if (tooMuch !== undefined) faults.add('attachments', 'too-large', tooMuch.name);
}
