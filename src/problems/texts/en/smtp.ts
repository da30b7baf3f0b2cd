import type { smtpProblems } from '../../catalogue/smtp.ts';
import type { ProblemText } from '../../entry.ts';

export const smtpTexts: Record<keyof typeof smtpProblems, ProblemText> = {
  'smtp.no-secure-endpoint': {
    title: '{host} offers no secure way to submit mail',
    meaning: 'No port that was tried gave a connection with verified TLS. No password and no message was sent to it.',
    todo: 'Offer submission on {host} with implicit TLS on port 465 or STARTTLS on port 587, with a valid certificate, and open these ports to this network.',
  },
  'smtp.tls-not-offered': {
    title: '{host} does not offer encryption on port {port}',
    meaning:
      "STARTTLS is missing from what arrived here as the server's offer. Without it the password would cross the network in clear text, so it was not sent there.",
    todo: 'Enable STARTTLS on port {port} of {host}. If it is enabled, look for a firewall or mail scanner in between that removes the offer.',
  },
  'smtp.auth-not-offered': {
    title: '{host} does not offer sign-in on port {port}',
    meaning:
      'The connection is encrypted, but the server gives no way to sign in there. No password was sent to it, so it did not check one.',
    todo: 'Enable SMTP authentication on port {port} of {host}. If it is enabled on another port, that one can be chosen with --port.',
  },
  'smtp.no-common-mechanism': {
    title: '{host} offers no sign-in method that Waypost can use',
    meaning: 'The server offers: {offered}. No password was sent to it, so it did not check one.',
    todo: 'Allow a password method, such as PLAIN, over TLS on {host}.',
  },
  'smtp.auth-rejected': {
    title: '{host} did not accept the sign-in of {user}',
    meaning:
      'The mail server refused this name and password. It was tried once and is not tried again, because repeated attempts can lock the account.',
    todo: 'Look in the log of {host} why {user} was refused: the form of the name, the right to submit mail, the directory that it asks. If the relay has a name and password of its own, give the name with --relay-user.',
  },
  'smtp.relay-denied': {
    title: '{host} does not accept mail from you for {recipient}',
    meaning:
      'The server takes mail for its own organisation, but does not pass it on to others for you. No message was sent to {recipient}.',
    todo: 'Allow authenticated senders to relay to other organisations through {host}.',
  },
  'smtp.open-relay': {
    title: '{host} relays mail for strangers',
    meaning:
      'Without any sign-in, the server agreed to take mail for {recipient}. Anybody who can reach it from this network may be able to send through it. No message was sent for this check.',
    todo: 'Restrict relaying on {host} to signed-in senders. If it trusts this network on purpose, make sure that the list of such networks is as short as it can be.',
  },
  'smtp.sender-refused': {
    title: '{host} does not accept {sender} as the sender',
    meaning: 'The server refused this sender address for the present sign-in. No message was sent.',
    todo: 'Allow the account to send as {sender} through {host}, if it should. Another sender address can be given with --from.',
  },
  'smtp.recipient-refused': {
    title: '{host} does not accept the recipient {recipient}',
    meaning: 'The server answered that it takes no mail for this address. Nothing was sent to it.',
    todo: 'Check the spelling of {recipient}. If it is right, send this report to your mail administrator; it holds what {host} said.',
  },
  'smtp.auth-unavailable': {
    title: '{host} cannot check passwords at the moment',
    meaning:
      'The server neither accepted nor refused the password: what it asks about passwords did not answer. The password may well be right.',
    todo: 'Check what {host} asks about passwords, such as its connection to the directory. A later attempt may succeed.',
  },
  'smtp.mailbox-full': {
    title: 'The mailbox of {recipient} is full',
    meaning: '{host} takes no message for {recipient} until there is room again. A later attempt may succeed.',
    todo: 'Tell {recipient} in another way that the mailbox is full, or write to somebody else there.',
  },
  'smtp.greylisted': {
    title: '{host} asks to try again later for {recipient}',
    meaning:
      'The server puts off senders that it does not know yet (greylisting). This is a delay, not a refusal: a later attempt may be accepted.',
    todo: 'Exempt signed-in senders from greylisting on {host}. Without that, the message can be sent again after some minutes.',
  },
  'smtp.too-large': {
    title: 'The message is larger than {host} accepts',
    meaning: 'The message has {size}; the server takes at most {limit}. It was not accepted.',
    todo: 'Make the attachments smaller, or share them another way. Encoded for mail, an attachment grows by about a third.',
  },
  'smtp.message-refused': {
    title: '{host} refused the message itself',
    meaning:
      'The server agreed to the sender and to at least one recipient, but not to the content. It has not taken the message.',
    todo: 'Look in the log of {host} for the rule that refused it: content filter, attachment policy or headers.',
  },
  'smtp.service-unavailable': {
    title: '{host} does not serve mail at the moment',
    meaning: 'The server answered that its service is not available now. This step was not completed.',
    todo: 'Check the mail service on {host}: its state, its load, its limits for each client and its disk space. A later attempt may succeed.',
  },
  'smtp.protocol-error': {
    title: 'The answer of {host} does not follow SMTP',
    meaning:
      'Expected was {expected}, and something else came. The answer was not believed, and the session was ended.',
    todo: 'Check that a mail server listens at {host}, and that no firewall or proxy changes the session. The evidence shows the answer.',
  },
  'smtp.unicode-not-supported': {
    title: '{host} cannot take the characters in {address}',
    meaning:
      'The address has letters beyond plain ASCII. They need the extension SMTPUTF8, which this server does not offer. Nothing was sent for this address.',
    todo: 'Enable SMTPUTF8 on {host}. If the address also has a plain ASCII form, that can be used until then.',
  },
  'smtp.dsn-not-offered': {
    title: '{host} sends no delivery notices',
    meaning:
      'A notice about the delivery was asked for, but this server does not offer the extension for it (DSN). The message was submitted without that request: no notice will come, whatever happens to it.',
    todo: 'Turn on DSN on {host} if people are to get delivery notices. Until then, ask the recipients whether the message arrived.',
  },
  'smtp.requiretls-not-offered': {
    title: '{host} cannot require TLS for the rest of the way',
    meaning:
      'TLS was demanded at every further server, but this one does not offer the extension for it (REQUIRETLS). It could pass the message on unprotected, so the message was not sent.',
    todo: 'Turn on REQUIRETLS on {host}, or send the message without --require-tls: then each server decides for itself whether it uses TLS.',
  },
  'smtp.uncertain': {
    title: 'It is uncertain whether {host} took the message',
    meaning:
      'The connection was lost after the whole message was sent and before the answer came. The gateway may or may not have taken it. It was not sent again.',
    todo: 'Look for the message in the log and the queue of {host}, and ask the recipient, before anybody sends it again: a second copy may arrive beside the first.',
  },
};
