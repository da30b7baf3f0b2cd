import type { Authentication, ClientAccount, IncomingServer, OutgoingServer } from './account.ts';
import type { Profile } from './profile.ts';
import { lines } from './text/lines.ts';
import { hostPort, serverUrl } from './text/url.ts';
import { bothProtocols, bothSecurities, type ClientWriter, knownIn } from './writer.ts';

/** SASL mechanisms; null: whatever the server offers. */
const mechanisms: Partial<Record<Authentication, string | null>> = {
  password: null,
  'encrypted-password': 'cram-md5',
  kerberos: 'gssapi',
  none: null,
};

export const mutt = writerOf('mutt', 'muttrc', '~/.mutt/muttrc');
export const neomutt = writerOf('NeoMutt', 'neomuttrc', '~/.config/neomutt/neomuttrc');

/** Mutt and its descendant read the same commands (muttrc(5)); both ask for a password that is not there. */
function writerOf(title: string, path: string, place: string): ClientWriter {
  return {
    title,
    protocols: bothProtocols,
    incomingSecurity: bothSecurities,
    authentication: knownIn(mechanisms),
    mailbox: 'optional',
    write: (account: ClientAccount): Profile => ({
      files: [{ path, content: muttrc(account), mode: 0o600, purpose: 'place', place }],
      notes: [{ code: 'merge-with-existing' }, { code: 'asks-for-password' }],
    }),
  };
}

function muttrc({ name, address, incoming, outgoing }: ClientAccount): string {
  return lines(
    set('realname', name),
    set('from', address),
    'set use_from = yes',
    'set ssl_starttls = yes',
    'set ssl_force_tls = yes',
    ...(incoming === null ? [] : incomingLines(incoming)),
    set('smtp_url', serverUrl(outgoing.security === 'implicit' ? 'smtps' : 'smtp', outgoing)),
    ...mechanismLine('smtp_authenticators', outgoing),
  );
}

function incomingLines(server: IncomingServer): readonly string[] {
  const implicit = server.security === 'implicit';
  if (server.protocol === 'pop3') {
    // Left alone, it would ask each time whether the messages shall be taken off the server.
    return [set('pop_host', serverUrl(implicit ? 'pops' : 'pop', server)), 'set pop_delete = no'];
  }
  return [
    ...(server.authentication === 'none' ? [] : [set('imap_user', server.user)]),
    set('folder', `${implicit ? 'imaps' : 'imap'}://${hostPort(server)}/`),
    "set spoolfile = '+INBOX'",
    ...mechanismLine('imap_authenticators', server),
  ];
}

function mechanismLine(variable: string, { authentication }: OutgoingServer): readonly string[] {
  const mechanism = mechanisms[authentication] ?? null;
  return mechanism === null ? [] : [set(variable, mechanism)];
}

/** Within single quotes nothing has a meaning but their end, which stands outside of them with a backslash. */
function set(variable: string, value: string): string {
  return `set ${variable} = '${value.replaceAll("'", "'\\''")}'`;
}
