import type { mxProblems } from '../../catalogue/mx.ts';
import type { ProblemText } from '../../entry.ts';

export const mxTexts: Record<keyof typeof mxProblems, ProblemText> = {
  'mx.null': {
    title: '{domain} states that it receives no mail',
    meaning:
      'The domain publishes a null MX record, which says that no address in it accepts mail. A mail server will therefore not try.',
    todo: 'Check the spelling of {domain} in the address, and ask the recipient for another address.',
  },
  'mx.implicit': {
    title: '{domain} has no MX record, so its own address counts',
    meaning:
      'Without an MX record, mail for {domain} goes to the computer that this name itself points to. The mail standard allows that.',
    todo: 'If {domain} receives its mail elsewhere, add an MX record. If it receives none, publish a null MX.',
  },
  'mx.unreachable': {
    title: '{domain} has mail gateways that cannot be reached from here',
    meaning:
      'Tried without success: {hosts}. Many networks let only their own relays use port 25, so the relay may reach these gateways although this computer does not.',
    todo: 'If this computer should reach the gateways itself, open TCP port 25 to {hosts}. Otherwise check from the relay, whose way out is the one that counts.',
  },
  'mx.no-address': {
    title: 'The mail gateway {host} of {domain} has no address',
    meaning:
      'The MX record of {domain} names {host}, but DNS has no address for it. No mail can be handed to this gateway.',
    todo: 'Add an address record (A or AAAA) for {host}, or correct the MX record of {domain}.',
  },
};
