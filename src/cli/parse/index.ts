export { type DnsServer, parseDnsServers, parseDomain, parseDomains, parseServer } from './host.ts';
export { parsePort, parseSeconds } from './number.ts';
export { parseDestination, parseMailAddress, parseSite, parseSubject, parseUser } from './person.ts';
