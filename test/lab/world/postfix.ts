import { mkdirSync } from 'node:fs';
import { saslSocket } from './dovecot.ts';
import type { Host } from './hosts.ts';
import { portOpens } from './network.ts';
import { filesBelow, statePath, writeState } from './paths.ts';
import { inside, must } from './run.ts';

/** A Postfix of its own: configuration, queue and log apart from the system's and from each other's. */
export interface PostfixInstance {
  readonly name: string;
  readonly host: Host;
  /** Port → extra parameters of that listener. */
  readonly listeners: Readonly<Record<number, readonly string[]>>;
  readonly main: readonly string[];
  /** Look-up tables by name, one line an entry; `table()` gives the reference for `main`. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
}

export const table = (instance: string, name: string) => `texthash:${statePath('postfix', instance, name)}`;

export async function startPostfix(instance: PostfixInstance): Promise<void> {
  const { name, host } = instance;
  for (const dir of ['queue', 'data']) mkdirSync(statePath('postfix', name, dir), { recursive: true });
  await must(['chown', 'postfix', statePath('postfix', name, 'data')]);
  writeState(`postfix/${name}/main.cf`, [...commonMain(name), ...instance.main, ''].join('\n'));
  writeState(`postfix/${name}/master.cf`, masterCf(instance.listeners));
  for (const [file, lines] of Object.entries(instance.tables)) {
    writeState(`postfix/${name}/${file}`, `${lines.join('\n')}\n`);
  }
  await must(inside(host.namespace, ['postfix', '-c', statePath('postfix', name), 'start']));
  for (const port of Object.keys(instance.listeners)) {
    await portOpens(host.namespace, host.addresses[0], Number(port), 15_000);
  }
}

/** Throws away what is still queued, and forgets which destinations were found dead during a fault. */
export async function emptyQueue({ name, host }: PostfixInstance): Promise<void> {
  const queues = ['maildrop', 'incoming', 'active', 'deferred', 'hold', 'corrupt'];
  const isEmpty = queues.every((queue) => filesBelow(statePath('postfix', name, 'queue', queue)).length === 0);
  if (isEmpty) return;
  await must(inside(host.namespace, ['postsuper', '-c', statePath('postfix', name), '-d', 'ALL']));
  await must(inside(host.namespace, ['postqueue', '-c', statePath('postfix', name), '-f']));
}

const postfixLog = (name: string) => statePath('log', `postfix-${name}.log`);

export function tlsMain(certificate: string): readonly string[] {
  return [
    `smtpd_tls_cert_file = ${statePath('certs', `${certificate}.crt`)}`,
    `smtpd_tls_key_file = ${statePath('certs', `${certificate}.key`)}`,
    'smtpd_tls_security_level = may',
    'smtpd_tls_auth_only = yes',
    'smtpd_tls_protocols = >=TLSv1.2',
    'smtpd_tls_mandatory_protocols = >=TLSv1.2',
    'smtpd_tls_session_cache_database =',
  ];
}

export function saslMain(): readonly string[] {
  return ['smtpd_sasl_auth_enable = yes', 'smtpd_sasl_type = dovecot', `smtpd_sasl_path = ${saslSocket()}`];
}

function commonMain(name: string): readonly string[] {
  const dir = statePath('postfix', name);
  return [
    'compatibility_level = 3.6',
    `queue_directory = ${dir}/queue`,
    `data_directory = ${dir}/data`,
    'command_directory = /usr/sbin',
    'daemon_directory = /usr/lib/postfix/sbin',
    'mail_owner = postfix',
    'setgid_group = postdrop',
    `maillog_file = ${postfixLog(name)}`,
    'inet_interfaces = all',
    'inet_protocols = all',
    'mydestination =',
    'local_recipient_maps =',
    'alias_maps =',
    'alias_database =',
    'biff = no',
    // Tests provoke errors on purpose, and may deliver to a host that comes back a moment later.
    'smtpd_error_sleep_time = 0',
    'smtpd_peername_lookup = no',
    'smtp_connect_timeout = 3s',
    'smtp_address_preference = ipv4',
    'smtp_tls_security_level = may',
  ];
}

function masterCf(listeners: PostfixInstance['listeners']): string {
  const smtpd = Object.entries(listeners).flatMap(([port, parameters]) => [
    `${port} inet n - n - - smtpd`,
    ...parameters.map((parameter) => `  -o ${parameter}`),
  ]);
  return [...smtpd, ...services, ''].join('\n');
}

const services = [
  'pickup unix n - n 60 1 pickup',
  'cleanup unix n - n - 0 cleanup',
  'qmgr unix n - n 300 1 qmgr',
  'tlsmgr unix - - n 1000? 1 tlsmgr',
  'rewrite unix - - n - - trivial-rewrite',
  'bounce unix - - n - 0 bounce',
  'defer unix - - n - 0 bounce',
  'trace unix - - n - 0 bounce',
  'verify unix - - n - 1 verify',
  'flush unix n - n 1000? 0 flush',
  'proxymap unix - - n - - proxymap',
  'smtp unix - - n - - smtp',
  'relay unix - - n - - smtp',
  'error unix - - n - - error',
  'retry unix - - n - - error',
  'discard unix - - n - - discard',
  'virtual unix - n n - - virtual',
  'lmtp unix - - n - - lmtp',
  'anvil unix - - n - 1 anvil',
  'scache unix - - n - 1 scache',
  'postlog unix-dgram n - n - 1 postlogd',
];
