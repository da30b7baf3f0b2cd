import type { Option } from 'commander';
import {
  parseAddress,
  parseDnsServers,
  parseDomain,
  parseDomains,
  parseMailAddress,
  parsePort,
  parseSeconds,
  parseSecurity,
  parseServer,
  parseSite,
  parseSubject,
  parseUser,
  securities,
} from '../../chain/parse/index.ts';
import { asTyped, choice, flag, many, one, single } from './make.ts';

const files = single(asTyped);

// Every option is described once, here; a command takes the groups that make sense for it.

export const userOption = one(
  '--user <name>',
  'who signs in: alice@corp.example, CORP\\alice, alice or a DN',
  parseUser,
  'mail',
);

/** Where nobody signs in. */
export const personOption = one(
  '--user <name>',
  'the person whose domain it is: alice@corp.example or CORP\\alice',
  parseUser,
  'network',
);

const serverOption = one(
  '--server <name>',
  'the mail server: short name, full name or address; left out: it is looked for',
  parseServer,
  'mail',
);

const noSendOption = flag('--no-send', 'stop once the recipients are accepted: nothing is sent', 'mail');

const relayOptions: readonly Option[] = [
  one('--port <number>', 'only this port of the mail server', parsePort, 'mail'),
  choice('--security <kind>', 'only this kind of TLS at the mail server', securities, parseSecurity, 'mail'),
  one('--relay-user <name>', 'user name for the mail server, when it has accounts of its own', parseUser, 'mail'),
];

export const mailOptions: readonly Option[] = [
  serverOption,
  userOption,
  many('--to <address>', 'recipient; repeat it for each further one', single(parseMailAddress), 'mail'),
  one('--from <address>', 'sender; left out: the address of the account', parseMailAddress, 'mail'),
  one('--subject <text>', 'subject; left out: it says that this is a test', parseSubject, 'mail'),
  one('--text <text>', 'text; left out: it says that this is a test', asTyped, 'mail'),
  many('--attach <file>', 'file to attach; repeat it for each further one', files, 'mail'),
  flag('--dsn', 'ask for a notice about the delivery to each recipient', 'mail'),
  flag('--require-tls', 'send only if every further mail server has to use TLS', 'mail'),
  flag('--read-back', 'look for the message, and for notices about it, in your inbox', 'mail').conflicts('send'),
  noSendOption,
  ...relayOptions,
];

/** The message goes to whoever is set up. */
export const setUpOptions: readonly Option[] = [serverOption, noSendOption, ...relayOptions];

export const explainOption = flag(
  '--explain',
  'for administrators: how each source is published, what is wrong with it, and what to publish',
  'own',
);

export const directoryOptions: readonly Option[] = [
  one('--domain <name>', 'Active Directory domain, when the sign-in name does not tell it', parseDomain, 'network'),
  one('--site <name>', 'Active Directory site to prefer', parseSite, 'network'),
];

export const dnsOptions: readonly Option[] = [
  many(
    '--dns <server[:port]>',
    'DNS server instead of the system’s; more with commas, or repeat it',
    parseDnsServers,
    'network',
  ),
  many(
    '--search <suffixes>',
    'search suffix instead of the system’s; more with commas, or repeat it',
    parseDomains,
    'network',
  ),
];

export const discoveryOptions: readonly Option[] = [
  many(
    '--compare-dns <server[:port]>',
    'DNS server, such as a public one, whose answers about mail are compared',
    parseDnsServers,
    'network',
  ),
  flag('--allow-http', 'also settings that are published over plain http; nothing of them is trusted', 'network'),
  flag('--tell-address', 'tell approved hosts the whole address, not only its domain', 'network'),
  many(
    '--validating-resolver <address>',
    'DNS server to believe that DNSSEC vouches for its answers, as one on this machine is; repeat it',
    single(parseAddress),
    'network',
  ),
];

export const trustOptions: readonly Option[] = [
  one('--ca <file>', 'certificate of an issuer to trust besides those of the system', asTyped, 'network'),
  many(
    '--approve-domain <domain>',
    'servers in this domain may get the password; repeat it for more',
    single(parseDomain),
    'network',
  ),
];

export const passwordOptions: readonly Option[] = [
  flag(
    '--password-stdin',
    'read it from the first line of standard input; with --relay-user, that of the mail server from the second',
    'password',
  ),
];

export const onePasswordOption = flag('--password-stdin', 'read it from the first line of standard input', 'password');

export const outputOptions: readonly Option[] = [
  one('--timeout <seconds>', 'for the whole run; 60 unless given, for discover 15', parseSeconds, 'network'),
  flag('--json', 'one report as JSON, at the end', 'output'),
  flag('--json-lines', 'each event as JSON, as it happens', 'output').conflicts('json'),
  flag('--transcript', 'also what was said to and by the servers, passwords masked', 'output'),
  flag('--verbose', 'also the evidence of each problem, and what each step asked', 'output'),
  flag('--no-color', 'no colours', 'output'),
  flag('--ascii', 'ASCII characters only', 'output'),
];

export const directoryPorts: readonly Option[] = [one('--ldaps-port <number>', 'instead of 636', parsePort, 'test')];

export const gatewayPorts: readonly Option[] = [one('--smtp-port <number>', 'instead of 25', parsePort, 'test')];

export const mailPorts: readonly Option[] = [
  one('--submissions-port <number>', 'instead of 465', parsePort, 'test'),
  one('--submission-port <number>', 'instead of 587', parsePort, 'test'),
  ...gatewayPorts,
];

export const settingsPorts: readonly Option[] = [
  one('--imaps-port <number>', 'instead of 993', parsePort, 'test'),
  one('--imap-port <number>', 'instead of 143', parsePort, 'test'),
  one('--https-port <number>', 'instead of 443', parsePort, 'test'),
  one('--http-port <number>', 'instead of 80', parsePort, 'test'),
];
