import type { Authentication, ClientAccount, OutgoingServer } from './account.ts';
import { idOf } from './ids.ts';
import type { Profile, ProfileFile } from './profile.ts';
import { type Entry, keyFile, type Section } from './text/key-file.ts';
import { bothProtocols, bothSecurities, type ClientWriter, knownIn } from './writer.ts';

/** What Camel calls the ways to sign in: names of SASL mechanisms. */
const method: Partial<Record<Authentication, string>> = {
  password: 'PLAIN',
  'encrypted-password': 'CRAM-MD5',
  kerberos: 'GSSAPI',
  ntlm: 'NTLM',
  none: 'none',
};

const security = { implicit: 'ssl-on-alternate-port', starttls: 'starttls-on-standard-port' } as const;
const backend = { imap: 'imapx', pop3: 'pop' } as const;

/** Evolution: three sources of its data server that point at each other by their UIDs, which are their files' names. */
export const evolution: ClientWriter = {
  title: 'Evolution',
  protocols: bothProtocols,
  incomingSecurity: bothSecurities,
  authentication: knownIn(method),
  mailbox: 'optional',
  write(account: ClientAccount): Profile {
    return { files: sources(account), notes: [{ code: 'client-must-be-closed' }, { code: 'asks-for-password' }] };
  },
};

function sources({ name, address, incoming, outgoing }: ClientAccount): readonly ProfileFile[] {
  const uids = { account: idOf(address, 'account'), identity: idOf(address, 'identity'), smtp: idOf(address, 'smtp') };
  const account = keyFile(
    dataSource(address, ''),
    [
      'Mail Account',
      [
        ['BackendName', incoming === null ? 'none' : backend[incoming.protocol]],
        ['IdentityUid', uids.identity],
        ['NeedsInitialSetup', false],
      ],
    ],
    ...(incoming === null ? [] : serverSections(incoming)),
  );
  const identity = keyFile(
    dataSource(address, uids.account),
    [
      'Mail Identity',
      [
        ['Address', address],
        ['Name', name],
      ],
    ],
    ['Mail Submission', [['TransportUid', uids.smtp]]],
  );
  const transport = keyFile(
    dataSource(address, uids.account),
    ['Mail Transport', [['BackendName', 'smtp']]],
    ...serverSections(outgoing),
  );
  return [sourceFile(uids.account, account), sourceFile(uids.identity, identity), sourceFile(uids.smtp, transport)];
}

function dataSource(address: string, parent: string): Section {
  const entries: readonly Entry[] = [
    ['DisplayName', address],
    ['Enabled', true],
    ['Parent', parent],
  ];
  return ['Data Source', entries];
}

function serverSections(server: OutgoingServer): readonly Section[] {
  const entries: readonly Entry[] = [
    ['Host', server.host],
    ['Port', server.port],
    ...(server.authentication === 'none' ? [] : [['User', server.user] as const]),
    ['Method', method[server.authentication] ?? 'PLAIN'],
    ['RememberPassword', true],
    ['ProxyUid', 'system-proxy'],
  ];
  return [
    ['Authentication', entries],
    ['Security', [['Method', security[server.security]]]],
  ];
}

function sourceFile(uid: string, content: string): ProfileFile {
  const path = `${uid}.source`;
  return { path, content, mode: 0o600, purpose: 'place', place: `~/.config/evolution/sources/${path}` };
}
