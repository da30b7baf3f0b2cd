import { hosterDomain, mailboxName, relayName } from '../dns/records.ts';
import type { Zone } from '../dns/zone.ts';
import type { MailboxPolicy } from '../imap/mailbox.ts';
import type { LabSettings } from '../settings.ts';
import { type AppliedFault, type Change, fault, set } from './fault.ts';

const discovers = { goal: 'discover' } as const;
const setsUp = { goal: 'set-up' } as const;

/** What can be wrong with where mail is read, and with the settings that are published for it. */
export const mailboxFaults: readonly AppliedFault[] = [
  fault(
    'mailbox-refused',
    'The mailbox server refuses connections',
    'net.refused',
    set({ mailboxPorts: 'refused' }),
    discovers,
  ),
  fault(
    'mailbox-certificate-wrong-name',
    'The mailbox server’s certificate is for another name',
    'tls.name-mismatch',
    set({ mailboxCertificate: 'wrong-name' }),
    discovers,
  ),
  mailbox('mailbox-password', 'The mailbox has a password of its own', 'imap.auth-rejected', {
    auth: 'other-password',
  }),
  mailbox('mailbox-oauth2-only', 'The mailbox server takes no passwords, only OAuth 2', 'settings.browser-only', {
    auth: 'oauth2-only',
  }),
  mailbox('mailbox-full', 'The mailbox is full', 'imap.mailbox-full', { space: 'full' }),
  fault(
    'mailbox-elsewhere',
    'The published mailbox server is outside the organisation',
    'settings.foreign-server',
    movedTo(`mail.${hosterDomain}`),
    discovers,
  ),
  fault(
    'autoconfig-login-page',
    'The place of the settings for mail clients shows a login page',
    'settings.not-settings',
    set({ autoconfig: 'login-page' }),
    discovers,
  ),
  fault(
    'settings-disagree',
    'DNS and the web server name different mailbox servers',
    'settings.disagreement',
    namedInDns(relayName),
    discovers,
  ),
  fault(
    'message-in-junk',
    'The message to oneself is filed as junk',
    'custody.in-junk',
    set({ delivery: 'junk' }),
    setsUp,
  ),
];

function mailbox(id: string, what: string, expects: string, changes: Partial<MailboxPolicy>): AppliedFault {
  return fault(
    id,
    what,
    expects,
    (settings) => ({ ...settings, mailbox: { ...settings.mailbox, ...changes } }),
    discovers,
  );
}

function movedTo(host: string): Change {
  return (settings) => ({ ...namedInDns(host)(settings), published: { ...settings.published, mailbox: host } });
}

/** The SRV records of the mailbox server name another one, which has an address. */
function namedInDns(target: string): Change {
  const edit = (zone: Zone): Zone => {
    const [address] = zone.records.flatMap((record) =>
      record.type === 'A' && record.name === mailboxName ? [record] : [],
    );
    const isKnown = zone.records.some(({ name }) => name === target);
    return {
      origins: target.endsWith(`.${hosterDomain}`) ? [...zone.origins, hosterDomain] : zone.origins,
      records: [
        ...zone.records.map((record) =>
          record.type === 'SRV' && record.name.startsWith('_imap')
            ? { ...record, data: { ...record.data, target } }
            : record,
        ),
        ...(address === undefined || isKnown ? [] : [{ ...address, name: target }]),
      ],
    };
  };
  return (settings: LabSettings) => ({ ...settings, zoneEdits: [...settings.zoneEdits, edit] });
}
