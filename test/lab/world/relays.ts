import { lmtpSocket } from './dovecot.ts';
import { domain, hosts, upnSuffix } from './hosts.ts';
import { statePath } from './paths.ts';
import { type PostfixInstance, saslMain, table, tlsMain } from './postfix.ts';
import { type LabUser, users } from './users.ts';

/** Bytes that the relay takes in one message; beyond it answers 552. */
export const relaySizeLimit = 2_000_000;
/** The partner takes less than the relay: a message in between is accepted and bounces later. */
export const partnerSizeLimit = 1_000_000;

const insideDomains = [domain, upnSuffix];
const people: readonly LabUser[] = Object.values(users);

/** What the servers answer to RCPT for recipients that are there to be refused. */
const relayRefusals = [
  `grey@${domain} 450 4.2.0 Greylisted, please try again later`,
  `full@${domain} 452 4.2.2 Mailbox full`,
  `moved@${domain} 551 5.1.6 User has moved`,
  'blocked@partner.example 554 5.7.1 Policy forbids this recipient',
];
const partnerRefusals = [
  'grey@partner.example 450 4.2.0 Greylisted, please try again later',
  'full@partner.example 452 4.2.2 Mailbox full',
];

/** mail.corp.example: takes mail from people who have signed in, and takes in mail for its own domains. */
export const relay: PostfixInstance = {
  name: 'mail',
  host: hosts.mail,
  listeners: {
    25: [],
    587: ['smtpd_tls_security_level=encrypt', ...submissionOptions()],
    465: ['smtpd_tls_wrappermode=yes', ...submissionOptions()],
  },
  main: [
    `myhostname = mail.${domain}`,
    ...tlsMain('mail'),
    ...saslMain(),
    `message_size_limit = ${relaySizeLimit}`,
    'mynetworks = 127.0.0.0/8',
    `virtual_mailbox_domains = ${insideDomains.join(' ')}`,
    `virtual_mailbox_maps = ${table('mail', 'mailboxes')}`,
    `virtual_alias_maps = ${table('mail', 'aliases')}`,
    `virtual_transport = lmtp:unix:${lmtpSocket()}`,
    `smtpd_sender_login_maps = ${table('mail', 'logins')}`,
    'smtpd_sender_restrictions = reject_authenticated_sender_login_mismatch',
    `smtpd_recipient_restrictions = check_recipient_access ${table('mail', 'refusals')}, permit_sasl_authenticated, reject_unauth_destination`,
    'smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination',
  ],
  tables: {
    mailboxes: mailAddresses().map(([address]) => `${address} here`),
    aliases: mailAddresses().map(([address, owner]) => `${address} ${owner.sam}@${domain}`),
    logins: mailAddresses().map(([address, owner]) => `${address} ${owner.sam}`),
    refusals: relayRefusals,
  },
};

/** open.corp.example: signs people in like the relay, and relays for strangers as well. */
export const openRelay: PostfixInstance = {
  name: 'open',
  host: hosts.openrelay,
  listeners: {
    25: [],
    587: ['smtpd_tls_security_level=encrypt'],
    465: ['smtpd_tls_wrappermode=yes'],
  },
  main: [
    `myhostname = open.${domain}`,
    ...tlsMain('open'),
    ...saslMain(),
    'mynetworks = 0.0.0.0/0 [::]/0',
    'smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination',
    'smtpd_recipient_restrictions = permit',
  ],
  tables: {},
};

const partnerDomains = ['partner.example', 'implicit.example', 'multimx.example'];
const partnerNames = ['bob', 'pat', 'büro'.normalize('NFC')];
/** Below it, a Maildir for each partner address: DOMAIN/NAME. */
export const partnerBoxes = () => statePath('partner');

/** mx.partner.example: the gateway beyond which nothing is promised. */
export const partner: PostfixInstance = {
  name: 'partner',
  host: hosts.partner,
  listeners: { 25: [] },
  main: [
    'myhostname = mx.partner.example',
    ...tlsMain('partner'),
    `message_size_limit = ${partnerSizeLimit}`,
    'mynetworks = 127.0.0.0/8',
    `virtual_mailbox_domains = ${partnerDomains.join(' ')}`,
    `virtual_mailbox_maps = ${table('partner', 'mailboxes')}`,
    `virtual_mailbox_base = ${partnerBoxes()}`,
    'virtual_minimum_uid = 1',
    'virtual_uid_maps = static:8',
    'virtual_gid_maps = static:8',
    `smtpd_recipient_restrictions = check_recipient_access ${table('partner', 'refusals')}, reject_unauth_destination`,
    'smtpd_relay_restrictions = reject_unauth_destination',
  ],
  tables: {
    mailboxes: partnerDomains.flatMap((each) => partnerNames.map((name) => `${name}@${each} ${each}/${name}/`)),
    refusals: partnerRefusals,
  },
};

function submissionOptions(): readonly string[] {
  return ['smtpd_client_restrictions=', 'smtpd_relay_restrictions=permit_sasl_authenticated,reject'];
}

function mailAddresses(): readonly (readonly [string, LabUser])[] {
  return people.flatMap((owner) => {
    const addresses = owner.proxyAddresses.map((each) => each.slice('smtp:'.length));
    // wrongsender's address belongs to nobody here: the relay refuses it as a sender.
    return owner === users.wrongsender ? [] : addresses.map((address) => [address, owner] as const);
  });
}
