import type { AccountState, LabAccount } from './accounts.ts';
import type { CertificateKind } from './certificates.ts';
import type { DnsBehaviour } from './dns/answer.ts';
import { address, domain, mx, partnerDomain } from './dns/records.ts';
import type { LabSettings } from './settings.ts';
import { editZone } from './settings.ts';
import type { RelayPolicy } from './smtp/policy.ts';

/** One way to break the lab, for tests and for "what would you like to break?". */
export interface LabFault {
  readonly id: string;
  /** What is broken, in words for the person who chooses. */
  readonly what: string;
  /** The problem code that a run for alice must then name. */
  readonly expects: string;
}

type Change = (settings: LabSettings) => LabSettings;
interface AppliedFault extends LabFault {
  readonly apply: Change;
}

const mail = `mail.${domain}`;
const elsewhere = '127.0.0.2';

const faults: readonly AppliedFault[] = [
  fault('dns-silent', 'The DNS server does not answer', 'dns.server-unreachable', misbehave('*', 'silent')),
  fault(
    'dns-servfail',
    'The DNS server fails for the mail server’s name',
    'dns.server-failure',
    misbehave(mail, 'servfail'),
  ),
  fault('dns-refused', 'The DNS server refuses to answer', 'dns.server-failure', misbehave('*', 'refused')),
  fault('name-missing', 'The short name exists under no suffix', 'dns.no-such-name', editZone(/^(mail|smtp)\./)),
  fault('name-without-address', 'The short name has no address', 'dns.no-data', withoutAddress),
  fault(
    'name-twice',
    'The short name exists under two suffixes',
    'dns.ambiguous-name',
    editZone(undefined, address(`mail.office.${domain}`, elsewhere)),
  ),
  fault('no-search-list', 'No search list is configured', 'dns.no-search-list', set({ search: [] })),

  fault(
    'srv-missing',
    'No domain controller is registered in DNS',
    'dc.no-srv-records',
    editZone(/^_(ldap|gc|kerberos)\._tcp/),
  ),
  fault(
    'dc1-refused',
    'The first domain controller refuses connections',
    'dc.some-unreachable',
    set({ dc1: 'refused' }),
  ),
  fault('dc1-silent', 'The first domain controller hangs', 'dc.some-unreachable', set({ dc1: 'silent' })),
  fault(
    'dcs-refused',
    'All domain controllers refuse connections',
    'dc.all-unreachable',
    set({ dc1: 'refused', dc2: 'refused' }),
  ),
  fault('dcs-silent', 'All domain controllers hang', 'dc.all-unreachable', set({ dc1: 'silent', dc2: 'silent' })),
  fault('wrong-site', 'No domain controller is in the client’s site', 'dc.wrong-site', set({ clientSite: 'Remote' })),
  dcCertificate('untrusted-issuer', 'comes from an unknown issuer', 'tls.untrusted-issuer'),
  dcCertificate('wrong-name', 'is for another name', 'tls.name-mismatch'),
  dcCertificate('expired', 'has expired', 'tls.expired'),
  dcCertificate('not-yet-valid', 'is not valid yet', 'tls.not-yet-valid'),

  fault('account-missing', 'The account does not exist (525)', 'ldap.no-such-user', withoutAlice),
  accountState('logon-hours', 'may not sign in at this hour (530)', 'ldap.logon-restricted'),
  accountState('workstation', 'may not sign in from this computer (531)', 'ldap.logon-restricted'),
  accountState('password-expired', 'has an expired password (532)', 'ldap.password-expired'),
  accountState('disabled', 'is disabled (533)', 'ldap.account-disabled'),
  accountState('account-expired', 'has expired (701)', 'ldap.account-expired'),
  accountState('must-change-password', 'must change its password first (773)', 'ldap.must-change-password'),
  accountState('locked', 'is locked (775)', 'ldap.account-locked'),
  fault(
    'account-without-mail',
    'The account has no mail address',
    'ldap.no-mail-address',
    changeAlice(({ mail: _, ...rest }) => ({ ...rest, aliases: [] })),
  ),
  fault(
    'password-expires-soon',
    'The password expires in 9 days',
    'ldap.password-expires-soon',
    changeAlice((alice) => ({ ...alice, passwordExpiresInDays: 9 })),
  ),
  fault(
    'strong-auth-required',
    'The domain controllers demand signing, as behind a TLS terminator (result 8)',
    'ldap.strong-auth-required',
    set({ bindPolicy: 'strong-auth-required' }),
  ),
  fault(
    'channel-binding-required',
    'The domain controllers demand channel binding (80090346)',
    'ldap.channel-binding-required',
    set({ bindPolicy: 'channel-binding-required' }),
  ),

  relayCertificate('untrusted-issuer', 'comes from an unknown issuer', 'tls.untrusted-issuer'),
  relayCertificate('wrong-name', 'is for another name', 'tls.name-mismatch'),
  relayCertificate('expired', 'has expired', 'tls.expired'),
  relayCertificate('not-yet-valid', 'is not valid yet', 'tls.not-yet-valid'),
  fault(
    'relay-tls-too-old',
    'The relay speaks no TLS newer than 1.1',
    'tls.handshake-failed',
    set({ relayTls: 'TLSv1.1' }),
  ),
  fault('relay-refused', 'The relay refuses connections', 'net.refused', set({ relayPorts: 'refused' })),
  fault('relay-silent', 'The relay hangs', 'net.timeout', set({ relayPorts: 'silent' })),
  relay('relay-unavailable', 'The relay is closed for maintenance (421)', 'smtp.service-unavailable', {
    greeting: 'unavailable',
  }),
  fault('starttls-missing', 'The relay offers no encryption', 'smtp.tls-not-offered', withoutEncryption),
  relay('auth-missing', 'The relay offers no sign-in', 'smtp.auth-not-offered', { auth: 'missing' }),
  relay('relay-password', 'The relay has passwords of its own', 'smtp.auth-rejected', { auth: 'other-password' }),
  relay('relay-denied', 'The relay takes no mail for other domains', 'smtp.relay-denied', { relaying: 'denied' }),
  relay('open-relay', 'The relay forwards for strangers', 'smtp.open-relay', { relaying: 'open' }),
  relay('sender-refused', 'The sender does not belong to the account', 'smtp.sender-refused', { senders: 'none' }),
  relay('recipient-unknown', 'The recipient is unknown', 'smtp.recipient-refused', { recipients: 'unknown' }),
  relay('greylisted', 'The recipient is greylisted', 'smtp.greylisted', { recipients: 'greylisted' }),
  relay('too-large', 'The relay takes only tiny messages', 'smtp.too-large', { size: 100 }),
  relay('message-refused', 'The relay refuses the message after reading it', 'smtp.message-refused', {
    data: 'refused',
  }),
  relay('dropped-after-dot', 'The connection is lost after the final dot', 'smtp.uncertain', { data: 'dropped' }),

  fault(
    'partner-null-mx',
    'The recipient’s domain takes no mail',
    'mx.null',
    editZone(new RegExp(`^${partnerDomain}$`), mx(partnerDomain, 0, '.')),
  ),
  fault(
    'partner-implicit-mx',
    'The recipient’s domain has no MX record',
    'mx.implicit',
    editZone(new RegExp(`^${partnerDomain}$`), address(partnerDomain, '127.0.0.1')),
  ),
  fault(
    'gateway-refused',
    'The recipient’s gateway refuses connections',
    'mx.unreachable',
    set({ gateway: 'refused' }),
  ),
];

/** All faults, in the order of the chain. */
export const labFaults: readonly LabFault[] = faults.map(({ id, what, expects }) => ({ id, what, expects }));

/** Throws RangeError for an id that is not in the list. */
export function applyFaults(settings: LabSettings, ids: readonly string[]): LabSettings {
  return ids.reduce((changed, id) => {
    const found = faults.find((one) => one.id === id);
    if (!found) throw new RangeError(`no fault is called ${id}; there are: ${faults.map((one) => one.id).join(', ')}`);
    return found.apply(changed);
  }, settings);
}

function fault(id: string, what: string, expects: string, apply: Change): AppliedFault {
  return { id, what, expects, apply };
}

function set(changes: Partial<LabSettings>): Change {
  return (settings) => ({ ...settings, ...changes });
}

function misbehave(name: string, behaviour: DnsBehaviour): Change {
  return (settings) => ({ ...settings, behaviours: { ...settings.behaviours, [name]: behaviour } });
}

function withoutAddress(settings: LabSettings): LabSettings {
  return editZone(/^mail\./, { name: mail, type: 'TXT', data: 'out of service' })(settings);
}

function relay(id: string, what: string, expects: string, changes: Partial<RelayPolicy>): AppliedFault {
  return fault(id, what, expects, (settings) => ({ ...settings, relay: { ...settings.relay, ...changes } }));
}

function withoutEncryption(settings: LabSettings): LabSettings {
  const changed = editZone(/^_submissions\._tcp/)(settings);
  return { ...changed, implicitTls: 'missing', relay: { ...changed.relay, startTls: 'missing' } };
}

function relayCertificate(kind: CertificateKind, what: string, expects: string): AppliedFault {
  return fault(
    `relay-certificate-${kind}`,
    `The relay’s certificate ${what}`,
    expects,
    set({ relayCertificate: kind }),
  );
}

function dcCertificate(kind: CertificateKind, what: string, expects: string): AppliedFault {
  return fault(
    `dc-certificate-${kind}`,
    `The domain controllers’ certificate ${what}`,
    expects,
    set({ dcCertificate: kind }),
  );
}

function accountState(state: AccountState, what: string, expects: string): AppliedFault {
  const id = state.startsWith('account-') ? state : `account-${state}`;
  return fault(
    id,
    `The account ${what}`,
    expects,
    changeAlice((alice) => ({ ...alice, state })),
  );
}

function changeAlice(change: (alice: LabAccount) => LabAccount): Change {
  return (settings) => ({
    ...settings,
    accounts: settings.accounts.map((account) => (account.sam === 'alice' ? change(account) : account)),
  });
}

function withoutAlice(settings: LabSettings): LabSettings {
  return { ...settings, accounts: settings.accounts.filter(({ sam }) => sam !== 'alice') };
}
