import type { ldapProblems } from '../../catalogue/ldap.ts';
import type { ProblemText } from '../../entry.ts';

export const ldapTexts: Record<keyof typeof ldapProblems, ProblemText> = {
  'ldap.invalid-credentials': {
    title: '{host} did not accept the name {user} with this password',
    meaning:
      'The directory refused this combination of sign-in name and password. It was tried once and is not tried again, because repeated attempts can lock the account.',
    todo: 'Check the sign-in name, Caps Lock and the keyboard layout, and type the password again. If it is refused a second time, ask the directory administrators for a reset before you try further.',
  },
  'ldap.no-such-user': {
    title: 'The directory does not know {user}',
    meaning: '{host} answered that it has no account of this name. The password was therefore not judged.',
    todo: 'Check the spelling of {user} and its form, such as alice@corp.example or CORP\\alice. If it is right, ask the directory administrators whether the account exists in this domain.',
  },
  'ldap.password-expired': {
    title: 'The password of {user} has expired',
    meaning: '{host} refuses the sign-in until a new password is set. A mail program cannot set it.',
    todo: 'Set a new password at a computer of your organisation or on its password page, then use the new one here. If you can reach neither, ask the directory administrators for a reset.',
  },
  'ldap.must-change-password': {
    title: '{user} has to choose a new password before signing in',
    meaning:
      'The account is marked so that its password must be changed at the next sign-in, and {host} refuses everything else until then. A mail program cannot make this change.',
    todo: 'Sign in at a computer of your organisation or on its password page, choose a new password there, then use it here. If you can reach neither, ask the directory administrators.',
  },
  'ldap.account-disabled': {
    title: 'The account {user} is disabled',
    meaning: '{host} refuses every sign-in to this account while it is disabled, whatever the password.',
    todo: 'Find out why the account {user} is disabled, and enable it if the person should have access.',
  },
  'ldap.account-locked': {
    title: 'The account {user} is locked',
    meaning:
      'The directory locks an account after too many failing sign-ins, from whichever device they came. The password may well be right. Do not try again before the account is unlocked: each attempt can keep it locked for longer.',
    todo: 'Unlock the account {user}, and look in the security log of {host} for the device or program that keeps using another password.',
  },
  'ldap.account-expired': {
    title: 'The account {user} has expired',
    meaning:
      'The account has an end date, and that date has passed. {host} refuses every sign-in to it, whatever the password.',
    todo: 'Set a later end date for the account {user}, or none, if the person should still have access.',
  },
  'ldap.logon-restricted': {
    title: '{user} may not sign in at this time or from this computer',
    meaning:
      'The directory limits the hours or the computers at which this account may be used, and {host} refused the sign-in for that reason. It was not refused because of the password.',
    todo: 'Check the logon hours and the permitted computers in the account {user}, and allow what the person needs.',
  },
  'ldap.strong-auth-required': {
    title: '{host} demands a better protected sign-in',
    meaning:
      'The domain controller refused to take a password for {user} in this form and did not judge it. The password may well be right.',
    todo: 'Let {host} offer LDAP over TLS (port 636, or StartTLS on 389) with a certificate that clients trust. The setting behind this answer is the LDAP server signing requirement.',
  },
  'ldap.channel-binding-required': {
    title: '{host} demands channel binding',
    meaning:
      'The domain controller wants each sign-in to be tied to its TLS connection, and refused {user} because this one was not. The password may well be right.',
    todo: "Check the policy 'Domain controller: LDAP server channel binding token requirements' on {host}. With 'When supported', clients that cannot do it are accepted.",
  },
  'ldap.start-tls-refused': {
    title: '{host} does not switch the connection to TLS',
    meaning:
      'Without TLS the password would cross the network in clear text, so it was not sent to this server, which did not check it either.',
    todo: 'Install a server certificate on {host}, so that it offers LDAPS on port 636 or StartTLS on port 389.',
  },
  'ldap.protocol-error': {
    title: 'The answer of {host} is not valid LDAP',
    meaning:
      'The answer could not be read, so nothing in it was believed. What the directory would have said is not known.',
    todo: 'Check that a directory server listens at {host} and that no proxy or firewall changes the connection. The evidence shows what came back.',
  },
  'ldap.unavailable': {
    title: 'The directory on {host} is not available at the moment',
    meaning:
      'The server answered that it cannot serve requests now. This says nothing about the account or the password.',
    todo: 'Check the state and the load of the directory service on {host}. A later attempt may succeed.',
  },
  'ldap.unexpected': {
    title: '{host} answered with LDAP result {result}',
    meaning:
      'Waypost has no explanation of its own for this answer. The step did not succeed; the evidence holds the whole answer.',
    todo: 'Look in the log of {host} at the time of this attempt, and compare it with result {result} and the text in the evidence.',
  },
  'ldap.entry-not-found': {
    title: 'The directory entry of {user} was not found',
    meaning:
      '{host} accepted the sign-in, but its search for the account returned nothing. Display name and mail addresses are therefore not known.',
    todo: 'Check that {user} may read their own entry, and that {host} holds the part of the directory in which it lies.',
  },
  'ldap.no-mail-address': {
    title: 'The directory has no mail address for {user}',
    meaning:
      'The account exists, but its entry names no address. Which sender address belongs to it is therefore not known.',
    todo: 'Fill in the attributes mail or proxyAddresses of {user}. Until then, a sender address can be given with --from.',
  },
  'ldap.password-expires-soon': {
    title: 'The password of {user} expires on {date}',
    meaning: 'Days left: {days}. From then on, sign-in is refused until a new password is set.',
    todo: 'Change the password before {date}, then enter the new one in every mail program and on every phone that uses it.',
  },
};
