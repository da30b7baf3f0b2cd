import type { Authentication, MailboxAccount } from './account.ts';
import type { Profile } from './profile.ts';
import { lines } from './text/lines.ts';
import { xmlDeclaration, xmlText } from './text/xml.ts';
import { bothProtocols, bothSecurities, type ClientWriter, knownIn } from './writer.ts';

/** Claws Mail's bits for the SASL mechanisms of SMTP. */
const smtpAuthMethod: Partial<Record<Authentication, number>> = { password: 16, 'encrypted-password': 2, none: 0 };

const protocolNumber = { pop3: 0, imap: 3 } as const;
const tlsNumber = { implicit: 1, starttls: 2 } as const;

/** Claws Mail: the account, and the list of mailboxes without which it opens its wizard all the same. */
export const clawsMail: ClientWriter = {
  title: 'Claws Mail',
  protocols: bothProtocols,
  incomingSecurity: bothSecurities,
  authentication: knownIn(smtpAuthMethod),
  mailbox: 'required',
  write(account: MailboxAccount): Profile {
    const file = { mode: 0o600, purpose: 'place' } as const;
    return {
      files: [
        { ...file, path: 'accountrc', content: accountrc(account), place: '~/.claws-mail/accountrc' },
        { ...file, path: 'folderlist.xml', content: folderList(account), place: '~/.claws-mail/folderlist.xml' },
      ],
      notes: [
        { code: 'fresh-profile-only' },
        { code: 'client-must-be-closed' },
        { code: 'asks-for-password' },
        ...(account.incoming.protocol === 'imap' ? [{ code: 'claws-folder-tree' } as const] : []),
      ],
    };
  },
};

function accountrc({ name, address, provider, incoming, outgoing }: MailboxAccount): string {
  const isImap = incoming.protocol === 'imap';
  const protocol = isImap ? 'imap' : 'pop';
  const signsIn = outgoing.authentication !== 'none';
  // A value is everything behind the first equals sign, up to the end of its line.
  return lines(
    '[Account: 1]',
    `account_name=${provider}`,
    'is_default=1',
    `name=${name}`,
    `address=${address}`,
    // Else it asks about certificates that are valid, too, and people learn to accept them all.
    'ssl_certs_auto_accept=1',
    `protocol=${protocolNumber[incoming.protocol]}`,
    `receive_server=${incoming.host}`,
    `user_id=${incoming.user}`,
    `ssl_${protocol}=${tlsNumber[incoming.security]}`,
    `set_${protocol}port=1`,
    `${protocol}_port=${incoming.port}`,
    isImap ? null : 'remove_mail=0',
    `smtp_server=${outgoing.host}`,
    `ssl_smtp=${tlsNumber[outgoing.security]}`,
    'set_smtpport=1',
    `smtp_port=${outgoing.port}`,
    `use_smtp_auth=${signsIn ? 1 : 0}`,
    signsIn ? `smtp_auth_method=${smtpAuthMethod[outgoing.authentication] ?? 16}` : null,
    signsIn ? `smtp_user_id=${outgoing.user}` : null,
  );
}

/**
 * The mailbox on the server with its INBOX only: which other folders it has is not known, and a folder for the queue that is not
 * there keeps Claws Mail from sending. What it needs for that, it makes for itself in the mailbox on the disk.
 */
function folderList({ provider, incoming }: MailboxAccount): string {
  const onServer = [
    `  <folder type="imap" name="${xmlText(provider)}" path="${xmlText(provider)}" account_id="1">`,
    '    <folderitem type="inbox" name="INBOX" path="INBOX"/>',
    '  </folder>',
  ];
  return lines(
    xmlDeclaration,
    '<folderlist>',
    ...(incoming.protocol === 'imap' ? onServer : []),
    '  <folder type="mh" name="Mailbox" path="Mail"/>',
    '</folderlist>',
  );
}
