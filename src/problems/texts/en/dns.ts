import type { dnsProblems } from '../../catalogue/dns.ts';
import type { ProblemText } from '../../entry.ts';

export const dnsTexts: Record<keyof typeof dnsProblems, ProblemText> = {
  'dns.no-such-name': {
    title: 'The name {name} does not exist in DNS',
    meaning: 'The name servers answered, and they know no such name. A program that uses it cannot find its server.',
    todo: 'Create the record for {name}, or correct the name where it is configured. If it exists only inside the organisation, check that this computer asks the internal name servers.',
  },
  'dns.no-data': {
    title: 'The name {name} exists but lacks the record that is needed',
    meaning:
      'DNS knows the name, but has no address for it, or no other record of the kind that was asked for. So it leads to no server.',
    todo: 'Add the missing record for {name}: A or AAAA where an address is needed. The report shows which kind was asked for.',
  },
  'dns.server-unreachable': {
    title: 'The name server {server} does not answer',
    meaning:
      'No answer came from {server}, so nothing could be looked up there. This does not say whether the names exist.',
    todo: 'Check that {server} runs and can be reached from this network on its DNS port, by UDP and by TCP; outside the organisation a VPN may be needed. Another name server can be asked with --dns.',
  },
  'dns.server-failure': {
    title: 'The name server {server} could not answer for {name}',
    meaning: 'It replied with an error instead of an answer. Whether {name} exists is therefore not known.',
    todo: 'Check on {server} that this network may ask it, that the zone of {name} is loaded or delegated to servers which answer for it, and, if it is signed, that the signatures are valid.',
  },
  'dns.ambiguous-name': {
    title: 'The name {name} stands for two servers: {first} and {second}',
    meaning:
      'Both exist, under different search suffixes, and they are not the same server. No password was sent to either, because only you can say which one you mean.',
    todo: 'Choose the server you mean, or give its full name with --server. If you do not know it, ask your mail administrator before you choose.',
  },
  'dns.disagreement': {
    title: 'Two ways of looking up {name} give different answers',
    meaning:
      'The name servers answer {ours}. Other programs on this computer ask the operating system and get {theirs}, so a mail program may reach another server than the one checked here, or none.',
    todo: "Compare what the name servers say about {name} with the hosts file, the VPN's name rules and the name cache of this computer, and correct the one that is wrong.",
  },
  'dns.no-search-list': {
    title: 'This computer has no suffix to complete the short name {name}',
    meaning:
      'A short name becomes a full one by adding a search suffix such as corp.example, and none is set here. A short name is never asked for on its own, so it was not looked up.',
    todo: 'Give the full name of the server, or a suffix with --search. If your organisation has a VPN, connect it and run this again: it may set the suffix.',
  },
  'dns.unapproved-name': {
    title: '{asked} leads to {name}, which is not approved yet',
    meaning:
      'This name came out of DNS, and DNS alone does not prove that the server belongs to your organisation. Your password has not been sent to it.',
    todo: 'Ask your mail administrator whether {domain} belongs to your organisation. If it does, approve it with --approve-domain {domain}.',
  },
  'dns.cname-loop': {
    title: 'The aliases of {name} never end at an address',
    meaning:
      'The CNAME records of this name lead back to themselves, or form a chain that is too long to follow. No address was found.',
    todo: 'Correct the CNAME records, starting at {name}, so that the chain ends at a name with an address.',
  },
  'dns.no-server-found': {
    title: 'No mail server was found for {domain}',
    meaning: 'Neither the service records of {domain} nor the usual short names mail and smtp led to a server.',
    todo: 'Give the name of the outgoing mail server with --server. Your mail administrator can tell you what it is.',
  },
};
