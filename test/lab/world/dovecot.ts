import { join } from 'node:path';
import { caCertificate } from './ca.ts';
import { domain, hosts, peopleDn } from './hosts.ts';
import { portOpens } from './network.ts';
import { statePath, writeState } from './paths.ts';
import { startDaemon } from './run.ts';
import { users } from './users.ts';

/** The sockets that Postfix uses: password checks and delivery. */
export const saslSocket = () => statePath('dovecot', 'run', 'smtp-auth');
export const lmtpSocket = () => statePath('dovecot', 'run', 'lmtp-in');

/** Mailboxes of the people inside, by sAMAccountName. */
export const insideBoxes = () => statePath('dovecot', 'boxes');
export const insideMaildir = (sam: string) => join(insideBoxes(), sam, 'Maildir');

/** What a person may store. */
export const quotaMebibytes = 100;
/** Each is there from the first sign-in, and has its special use (RFC 6154). */
export const specialFolders = ['Drafts', 'Sent', 'Junk', 'Trash'] as const;

/** Starts Dovecot: it signs people in against the directory, stores their mail and offers IMAP and POP3. */
export async function startDovecot(): Promise<void> {
  writeState('dovecot/ldap.conf', ldapConf(), 0o600);
  const config = writeState('dovecot/dovecot.conf', dovecotConf());
  startDaemon(hosts.mail.namespace, ['dovecot', '-F', '-c', config], statePath('log', 'dovecot.log'));
  for (const port of [993, 995]) await portOpens(hosts.mail.namespace, hosts.mail.addresses[0], port, 15_000);
}

// The name that Postfix hears is always the sAMAccountName, whatever form the person typed. `auth_bind` means that
// the directory judges the password: a wrong one counts there.
function ldapConf(): string {
  const service = users['svc-mail'];
  return `uris = ldaps://dc1.${domain} ldaps://dc2.${domain}
tls_ca_cert_file = ${caCertificate()}
tls_require_cert = hard
dn = ${service.upn}
dnpass = ${service.password}
auth_bind = yes
ldap_version = 3
base = ${peopleDn}
scope = subtree
pass_filter = (&(objectClass=user)(|(userPrincipalName=%u)(sAMAccountName=%u)(mail=%u)))
pass_attrs = sAMAccountName=user
`;
}

function mailbox(name: string): string {
  return `  mailbox ${name} {\n    special_use = \\${name}\n    auto = subscribe\n  }`;
}

function dovecotConf(): string {
  const run = statePath('dovecot', 'run');
  return `base_dir = ${run}
state_dir = ${run}
protocols = imap pop3 lmtp
listen = *
log_path = ${statePath('log', 'dovecot-events.log')}
auth_verbose = yes
ssl = required
ssl_cert = <${statePath('certs', 'mail.crt')}
ssl_key = <${statePath('certs', 'mail.key')}
auth_mechanisms = plain login
auth_username_format = %Lu
auth_failure_delay = 0
mail_location = maildir:~/Maildir
mail_plugins = quota
plugin {
  quota = maildir:User quota
  quota_rule = *:storage=${quotaMebibytes}M
}
protocol imap {
  mail_plugins = $mail_plugins imap_quota
}
namespace inbox {
  inbox = yes
  separator = /
${specialFolders.map(mailbox).join('\n')}
}
passdb {
  driver = ldap
  args = ${statePath('dovecot', 'ldap.conf')}
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${insideBoxes()}/%n allow_all_users=yes
}
first_valid_uid = 1
first_valid_gid = 1
service auth {
  unix_listener ${saslSocket()} {
    mode = 0666
  }
}
service lmtp {
  unix_listener ${lmtpSocket()} {
    mode = 0666
  }
}
# Wrong passwords are what many tests are about; slowing down their source would only slow down the tests.
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`;
}
