import type { settingsProblems } from '../../catalogue/settings.ts';
import type { ProblemText } from '../../entry.ts';

export const settingsTexts: Record<keyof typeof settingsProblems, ProblemText> = {
  'settings.none-found': {
    title: 'No mail settings are published for {domain}',
    meaning: 'Every place where settings for {domain} could be found was asked. None of them named a mail server.',
    todo: 'Publish the settings, for example as SRV records or as autoconfig; docs/discovery.md says how. Until then, enter the server’s name.',
  },
  'settings.no-incoming': {
    title: 'No server for reading the mail of {domain} was found',
    meaning:
      'Nothing that is published for {domain} names a server for incoming mail (IMAP or POP3), and none has a usual name.',
    todo: 'Ask your mail administrator for the name of the server, or to publish it; docs/discovery.md says how. Sending mail works without it.',
  },
  'settings.unreachable': {
    title: 'No mail server that is published for {domain} can be used from here',
    meaning: 'Settings were found, but none of the servers that they name answered and proved its name: {hosts}.',
    todo: 'Let this network reach the servers, or connect to the organisation’s network first. If the names are out of date, correct the published settings.',
  },
  'settings.no-domain': {
    title: '{address} does not tell a mail domain',
    meaning: 'Settings are looked for in the domain after the @ sign, and this name has none.',
    todo: 'Give the whole e-mail address, such as alice@corp.example.',
  },
  'settings.http-status': {
    title: '{url} answered with status {status}',
    meaning: 'There is a web server at this address, but it did not give out settings.',
    todo: 'If settings should be there, check the file and its permissions on the web server. If not, nothing has to be done.',
  },
  'settings.not-settings': {
    title: '{url} answered with something else than settings',
    meaning:
      'The answer is {what}. A web server that answers every address in this way hides whether settings are published; a network with a sign-in page does the same.',
    todo: 'Sign in to the network if it asks for that. Otherwise let the web server answer 404 for addresses that it does not have.',
  },
  'settings.too-large': {
    title: 'The answer of {url} is too large',
    meaning: 'Settings take some kilobytes. Waypost stopped reading at {limit}.',
    todo: 'Check what the web server gives out at this address.',
  },
  'settings.malformed': {
    title: 'The settings at {url} cannot be read',
    meaning: 'They are not well formed: {reason}. Nothing in them was used.',
    todo: 'Correct the file at {url}; docs/discovery.md has an example.',
  },
  'settings.bad-section': {
    title: 'A part of the settings at {url} was left out',
    meaning: 'Line {line}: {reason}. The other parts were used.',
    todo: 'Correct line {line} of the file at {url}.',
  },
  'settings.no-servers': {
    title: 'The settings at {url} name no mail server',
    meaning: 'The file is there and can be read, but it names no server that a mail program could use.',
    todo: 'Add the servers to the file at {url}; docs/discovery.md has an example. Without any, take the file away.',
  },
  'settings.redirect-refused': {
    title: '{url} points elsewhere, and was not followed',
    meaning: 'It points to {target}: {reason}. Whoever can change the answer could otherwise name any server as yours.',
    todo: 'If {target} is right, approve its domain, or publish the settings in the mail domain itself.',
  },
  'settings.redirect-loop': {
    title: '{url} points in a circle, or to too many places in turn',
    meaning: 'After {hops} redirections there were still no settings.',
    todo: 'Correct the redirections of the web server.',
  },
  'settings.srv-useless': {
    title: 'A record of {name} names no server that can be used',
    meaning: 'It points to {target}, port {port}: {reason}. The record was left out.',
    todo: 'Publish the server’s full name, which its certificate has, and its port; or a record with the target “.” if there is no such service.',
  },
  'settings.srv-alias': {
    title: '{name} points to {host}, which is an alias of {alias}',
    meaning:
      'The target of an SRV record must have an address itself (RFC 2782). Some programs do not follow an alias.',
    todo: 'Publish {alias} as the target if its certificate has that name; else give {host} an address record.',
  },
  'settings.foreign-server': {
    title: 'The settings name {host}, which is not in your organisation’s domain',
    meaning:
      'Many organisations have their mail at a provider. DNS alone cannot say whether that is so here. No password was sent.',
    todo: 'Ask your mail administrator whether {host} is right, then approve {domain}.',
  },
  'settings.plain-only': {
    title: '{host} is only offered without encryption ({service})',
    meaning: 'A password sent there could be read on the way. Waypost does not use it.',
    todo: 'Offer TLS on {host}, and publish the port with it.',
  },
  'settings.browser-only': {
    title: '{host} takes no passwords, only sign-ins in a browser (OAuth 2)',
    meaning: 'The mail client has to open the provider’s own sign-in page. Waypost cannot try that sign-in.',
    todo: 'Set up a client that knows this provider’s sign-in, and do not enter the password anywhere else.',
  },
  'settings.digest-mismatch': {
    title: 'The settings at {url} are not those that DNS announces',
    meaning:
      'DNS publishes a digest of the settings, and it does not fit. One of the two is out of date, or was changed.',
    todo: 'Publish the digest of the current file.',
  },
  'settings.mx-is-filter': {
    title: 'Mail for {domain} goes through {service} first',
    meaning: '{host} filters mail and passes it on. It does not tell where people have their mailboxes.',
    todo: 'Nothing has to be done. If no settings are found, publish them in {domain} itself.',
  },
  'settings.digest-missing': {
    title: 'DNS does not vouch for the settings at {url}',
    meaning:
      'Settings of this kind count only together with their digest, and there is none at {name}. They were not used.',
    todo: 'Publish the digest of the file as a TXT record of {name}.',
  },
  'settings.sign-in-needed': {
    title: '{url} gives out settings only after a sign-in',
    meaning: 'Nothing is wrong there: Exchange does this. No password was sent.',
    todo: 'Nothing has to be done when the settings were found elsewhere.',
  },
  'settings.sign-in-refused': {
    title: '{url} did not accept the password of {user}',
    meaning:
      'It was sent once, over an encrypted connection to a server that proved its name. It is not sent again in this run.',
    todo: 'Check the user name and the password.',
  },
  'settings.disagreement': {
    title: 'Two sources name different servers for {service}',
    meaning: 'One says {first}, the other {second}. The more trustworthy one was used.',
    todo: 'Bring the published settings in line with each other.',
  },
  'settings.split-horizon': {
    title: 'DNS does not say the same about the mail of {domain} everywhere',
    meaning:
      'The answers differ for {names}. Mail set up in one network may then not work in another. Some organisations want it so.',
    todo: 'If it is not meant to be so, bring the records inside and outside in line with each other.',
  },
  'settings.unwritable-value': {
    title: 'The settings of {client} cannot hold this value of “{field}”',
    meaning:
      'It is empty or too long, has characters that no such value can have, or would mean something else in the file. Nothing was written.',
    todo: 'Correct the value, or choose another client: the settings sheet takes nearly everything.',
  },
  'settings.client-lacks': {
    title: '{client} cannot be set up for {feature}',
    meaning: 'The client does not know it, or the file that sets it up has no word for it. Nothing was written.',
    todo: 'Choose another way to sign in or another port, if the server offers one, or another client.',
  },
  'settings.client-needs-mailbox': {
    title: '{client} needs a server for incoming mail',
    meaning: 'Only a server for outgoing mail is known, and this client cannot be set up with that alone.',
    todo: 'Add the server for incoming mail, for example with --incoming imaps://imap.corp.example.',
  },
  'settings.not-signed': {
    title: 'The profile could not be signed',
    meaning:
      'The program openssl signs it, with the key and the certificate that were given. It is not there, or it refused. Nothing was written.',
    todo: 'Give a key in PEM form without a passphrase and the certificate that belongs to it; or leave the profile unsigned.',
  },
};
