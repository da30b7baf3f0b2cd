/** What a person typed: each parser takes the text and answers with its value, or with what is wrong with it. */
export { parseCertificates, parseCertificateText } from './certificates.ts';
export { type DnsServer, parseAddress, parseDnsServers, parseDomain, parseDomains, parseServer } from './host.ts';
export { longestTimeout, parsePort, parseSeconds, parseSecurity, securities } from './number.ts';
export type { Parsed } from './parsed.ts';
export { parseDestination, parseMailAddress, parseSite, parseSubject, parseUser, parseWhose } from './person.ts';
