import type { custodyProblems, imapProblems, pop3Problems } from '../../catalogue/mailbox.ts';
import type { ProblemText } from '../../entry.ts';

/** What both kinds of server can have wrong with them. */
function server(protocol: string, startTls: string) {
  return {
    tlsNotOffered: {
      title: '{host} does not offer encryption on port {port}',
      meaning: `${startTls} is missing, or was refused. Without it the password would cross the network in clear text, so it was not sent there.`,
      todo: `Enable ${startTls} on port {port} of {host}. If it is enabled, look for a firewall or mail scanner in between that removes the offer.`,
    },
    serviceUnavailable: {
      title: '{host} gives no access to mailboxes at the moment',
      meaning: 'The server answered that its service is not available now. Nobody signed in there.',
      todo: `Check the ${protocol} service on {host}: its state, its load and its limits for each client. A later attempt may succeed.`,
    },
    protocolError: {
      title: `The answer of {host} does not follow ${protocol}`,
      meaning:
        'Expected was {expected}, and something else came. The answer was not believed, and the session was ended.',
      todo: 'Check that a mail server listens at {host}, and that no firewall or proxy changes the session. The evidence shows the answer.',
    },
    loginDisabled: {
      title: `{host} takes no passwords over ${protocol}`,
      meaning:
        'The connection is encrypted, but the server gives no way to sign in with a password there. None was sent to it.',
      todo: `Allow a password method, such as PLAIN, over TLS for ${protocol} on {host}, or set the client up with another way to sign in.`,
    },
    authRejected: {
      title: '{host} did not accept the sign-in of {user} to the mailbox',
      meaning:
        'The mail server refused this name and password. It was tried once and is not tried again, because repeated attempts can lock the account.',
      todo: 'Look in the log of {host} why {user} was refused: the form of the name, the right to use this protocol, the directory that it asks.',
    },
    authUnavailable: {
      title: '{host} cannot check the password for the mailbox at the moment',
      meaning:
        'The server neither accepted nor refused the password: what it asks about passwords did not answer. The password may well be right.',
      todo: 'Check what {host} asks about passwords, such as its connection to the directory. A later attempt may succeed.',
    },
  } as const satisfies Record<string, ProblemText>;
}

const imap = server('IMAP', 'STARTTLS');
const pop3 = server('POP3', 'STLS');

export const imapTexts: Record<keyof typeof imapProblems, ProblemText> = {
  'imap.tls-not-offered': imap.tlsNotOffered,
  'imap.service-unavailable': imap.serviceUnavailable,
  'imap.protocol-error': imap.protocolError,
  'imap.login-disabled': imap.loginDisabled,
  'imap.auth-rejected': imap.authRejected,
  'imap.auth-unavailable': imap.authUnavailable,
  'imap.mailbox-full': {
    title: 'The mailbox of {user} on {host} is full',
    meaning: 'It holds as much as it may. New messages may be turned away, and go back to whoever sent them.',
    todo: 'Delete messages, and empty the bin; or ask the administrators of {host} for more space.',
  },
  'imap.mailbox-unavailable': {
    title: '{host} does not open the folder {folder}',
    meaning: 'The sign-in was accepted, but this folder could not be read. Whether the message is in it is not known.',
    todo: 'Look in the log of {host} why the folder {folder} cannot be opened, and whether the account has a mailbox there.',
  },
};

export const pop3Texts: Record<keyof typeof pop3Problems, ProblemText> = {
  'pop3.tls-not-offered': pop3.tlsNotOffered,
  'pop3.service-unavailable': pop3.serviceUnavailable,
  'pop3.protocol-error': pop3.protocolError,
  'pop3.login-disabled': pop3.loginDisabled,
  'pop3.auth-rejected': pop3.authRejected,
  'pop3.auth-unavailable': pop3.authUnavailable,
  'pop3.mailbox-locked': {
    title: 'The mailbox of {user} on {host} is in use',
    meaning:
      'The password was accepted, but another program has this mailbox open, and POP3 lets only one in at a time.',
    todo: 'Close other mail programs of {user}, and try again some minutes later.',
  },
};

export const custodyTexts: Record<keyof typeof custodyProblems, ProblemText> = {
  'custody.not-arrived': {
    title: 'The test message has not been seen on {host} within {seconds} seconds',
    meaning:
      'The gateway took the message, and it may still be on its way. It was not in the inbox, and not in the folder for junk.',
    todo: 'Follow the queue id in the log of the gateway. Scanners and greylisting may hold a message for minutes; {host} may also file it somewhere else.',
  },
  'custody.in-junk': {
    title: 'The test message was filed as junk, in {folder}',
    meaning:
      'It arrived, but {host} or a rule in it takes it for junk. Other messages of this sender may be overlooked in the same way.',
    todo: 'Look into the headers of the message why {host} took it for junk: SPF, DKIM, the score of its filter.',
  },
  'custody.delivery-failed': {
    title: '{recipient} did not get the message',
    meaning: 'A delivery notice came back: {reporter} has given up. Nobody will try again.',
    todo: 'Read the evidence: it has the status and the words of the server that refused. A wrong address can be put right; for a policy, ask that server’s administrators.',
  },
  'custody.delivery-delayed': {
    title: 'The message to {recipient} is delayed',
    meaning: 'A delivery notice came back: {reporter} has not been able to pass the message on yet, and keeps trying.',
    todo: 'Nothing has to be sent again. If the delay lasts, ask the administrators of {reporter}; the evidence has its reason.',
  },
};
