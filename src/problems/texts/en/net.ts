import type { netProblems } from '../../catalogue/net.ts';
import type { ProblemText } from '../../entry.ts';

export const netTexts: Record<keyof typeof netProblems, ProblemText> = {
  'net.refused': {
    title: '{host} refuses connections on port {port}',
    meaning:
      'The answer was that nothing accepts connections there. Either the service does not run, or a firewall refuses for it.',
    todo: 'Check that the service on port {port} of {host} runs and listens on this address, and that firewalls let this network reach it.',
  },
  'net.timeout': {
    title: '{host} did not answer in time on port {port}',
    meaning:
      'The wait ended without a reply. Whether the server is down, slow or hidden by a firewall cannot be told from here.',
    todo: 'Check that {host} runs, and that firewalls and routes let this network reach port {port}. Outside the organisation, the VPN may have to be connected first.',
  },
  'net.unreachable': {
    title: 'There is no way to {host}, port {port}',
    meaning: 'This computer or a router on the way reports that the host or its network cannot be reached.',
    todo: 'Check the network connection and the VPN of this computer, then the routes and firewalls towards {host}, port {port}.',
  },
  'net.reset': {
    title: 'The connection to {host}, port {port}, was cut off',
    meaning: 'It was ended by the server or by a device in between, before the conversation was complete.',
    todo: 'Look in the log of {host} at the time of this attempt, and check firewalls and proxies that inspect or limit connections to port {port}.',
  },
  'net.unexpected': {
    title: 'The connection to {host}, port {port}, failed for a reason not known to Waypost',
    meaning:
      'The operating system reported an error that has no explanation here. It stands in the evidence as it came.',
    todo: 'Read the error in the evidence, and check the way from this computer to port {port} of {host}.',
  },
};
