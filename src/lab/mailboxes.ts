import { createSecureContext } from 'node:tls';
import { addressesOf, signIn } from './accounts.ts';
import type { Authority } from './certificates.ts';
import { hosterDomain, mailboxName, relayName } from './dns/records.ts';
import type { Mailbox } from './imap/mailbox.ts';
import { type ImapService, serveImap, serveImaps } from './imap/session.ts';
import { makeListeners } from './listeners.ts';
import { cap, type LabLog } from './log.ts';
import type { Unbind } from './ports.ts';
import type { LabSettings } from './settings.ts';
import type { Mailboxes } from './smtp/mailbox.ts';

export interface MailboxPorts {
  readonly imaps: number;
  readonly imap: number;
}

export interface MailboxServer {
  readonly ports: MailboxPorts;
  close(): Promise<void>;
}

interface Surroundings {
  readonly log: LabLog;
  readonly mailboxes: Mailboxes;
  readonly unbind: Unbind;
}

/** Units of 1,024 octets. */
const space = 1_048_576;
const used = 262_144;

/** Starts the server on which the lab's people read their mail: IMAP over TLS, and with STARTTLS. */
export async function startMailboxes(
  wanted: Partial<MailboxPorts>,
  settings: LabSettings,
  authority: Authority,
  { log, mailboxes, unbind }: Surroundings,
): Promise<MailboxServer> {
  const listeners = makeListeners();
  const names = [mailboxName, relayName, `mail.${hosterDomain}`];
  const context = createSecureContext({
    ...authority.issue(names, settings.mailboxCertificate),
    minVersion: 'TLSv1.2',
  });
  const { mailbox: policy, accounts } = settings;
  const serviceOn = (port: () => number): ImapService => ({
    name: mailboxName,
    policy,
    context,
    signIn(name, password) {
      const { account } = policy.auth === 'other-password' ? { account: undefined } : signIn(accounts, name, password);
      log.add({ kind: 'imap.auth', port: port(), name: cap(name), accepted: account !== undefined });
      return account === undefined ? null : mailboxOf(addressesOf(account), policy, mailboxes);
    },
  });
  try {
    const implicit: ImapService = serviceOn(() => ports.imaps);
    const explicit: ImapService = serviceOn(() => ports.imap);
    const at = (port = 0) => ({ address: '127.0.0.1', port });
    const [imaps, imap] = await Promise.all([
      listeners.tcp(at(wanted.imaps), (socket) => serveImaps(socket, implicit)),
      listeners.tcp(at(wanted.imap), (socket) => serveImap(socket, explicit)),
    ]);
    const ports = { imaps, imap };
    if (settings.mailboxPorts === 'refused') unbind(listeners);
    return { ports, close: () => listeners.close() };
  } catch (error) {
    await listeners.close();
    throw error;
  }
}

function mailboxOf(addresses: readonly string[], { space: left }: LabSettings['mailbox'], all: Mailboxes): Mailbox {
  return {
    quota: { storage: { used: left === 'full' ? space : used, limit: space } },
    messages: (folder) =>
      addresses
        .flatMap((address) => all.of(address))
        .filter((message) => message.folder === folder)
        .sort((one, other) => one.uid - other.uid),
  };
}
