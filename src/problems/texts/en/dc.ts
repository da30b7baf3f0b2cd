import type { dcProblems } from '../../catalogue/dc.ts';
import type { ProblemText } from '../../entry.ts';

export const dcTexts: Record<keyof typeof dcProblems, ProblemText> = {
  'dc.no-srv-records': {
    title: 'DNS names no domain controller for {domain}',
    meaning: 'Domain controllers are found through the SRV records {name}, and DNS has none. Sign-in was not checked.',
    todo: 'Check that this computer asks the name servers of {domain}, and have its domain controllers register {name} again (Netlogon does this when it starts). If the Active Directory domain has another name, give that with --domain.',
  },
  'dc.all-unreachable': {
    title: 'No domain controller of {domain} can be reached',
    meaning:
      'DNS names domain controllers, but no usable connection to one was made (tried: {count}). Whether the password is right was not checked.',
    todo: 'Open TCP port 636 (LDAPS), or 389 with StartTLS, from this network to the domain controllers of {domain}, and check routes and firewalls. Outside the organisation, the VPN may have to be connected first.',
  },
  'dc.some-unreachable': {
    title: 'Some domain controllers of {domain} cannot be reached',
    meaning:
      'No usable connection was made to {hosts}. Another domain controller answered and was used; a program that tries these first may have to wait.',
    todo: 'Check that {hosts} can be reached from this network on TCP port 636. If a server was retired, its SRV records have to be removed from DNS.',
  },
  'dc.wrong-site': {
    title: '{host} is in site {site}, although {closest} is closer',
    meaning:
      'The directory says that this computer belongs to site {closest}, but the domain controller that was used stands in site {site}. Sign-in may be slower than it needs to be.',
    todo: 'Check that site {closest} has a domain controller that is registered in DNS and can be reached from here, and that the subnet of this computer is assigned to the right site.',
  },
  'dc.unknown-domain': {
    title: 'The domain of {user} is not known',
    meaning:
      'Neither the sign-in name nor the settings of this computer say which domain the account belongs to. No domain controller could be looked for.',
    todo: 'Use the sign-in name together with its domain, such as alice@corp.example, or give the domain with --domain.',
  },
  'dc.not-a-dc': {
    title: '{host} does not serve the domain {domain}',
    meaning:
      'DNS names {host} as a domain controller of {domain}, but its own answer does not confirm that. No password was sent to it.',
    todo: 'Correct or remove the SRV records of {domain} that point to {host}. If it should serve this domain, check its directory service.',
  },
};
