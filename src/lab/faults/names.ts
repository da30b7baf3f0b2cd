import type { DnsBehaviour } from '../dns/answer.ts';
import { address, domain, hosterDomain, mx, partnerDomain } from '../dns/records.ts';
import type { Zone } from '../dns/zone.ts';
import { editZone, type LabSettings } from '../settings.ts';
import { type AppliedFault, type Change, fault, set } from './fault.ts';

const mail = `mail.${domain}`;
const elsewhere = '127.0.0.2';

/** What can be wrong with the person's own DNS. */
export const nameFaults: readonly AppliedFault[] = [
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
  fault(
    'server-elsewhere',
    'DNS names a mail server outside the organisation',
    'dns.unapproved-name',
    moveServer(`mail.${hosterDomain}`),
    { findsServer: true },
  ),
  fault('no-search-list', 'No search list is configured', 'dns.no-search-list', set({ search: [] })),
];

/** And with the recipient's. */
export const partnerFaults: readonly AppliedFault[] = [
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
    'message-bounces',
    'The recipient’s gateway does not know the recipient, and the message comes back',
    'custody.delivery-failed',
    set({ gatewayRecipients: 'none' }),
    { goal: 'set-up' },
  ),
  fault(
    'gateway-refused',
    'The recipient’s gateway refuses connections',
    'mx.unreachable',
    set({ gateway: 'refused' }),
  ),
];

function misbehave(name: string, behaviour: DnsBehaviour): Change {
  return (settings) => ({ ...settings, behaviours: { ...settings.behaviours, [name]: behaviour } });
}

function withoutAddress(settings: LabSettings): LabSettings {
  return editZone(/^mail\./, { name: mail, type: 'TXT', data: 'out of service' })(settings);
}

function moveServer(target: string): Change {
  const moved = (zone: Zone): Zone => ({
    origins: [...zone.origins, hosterDomain],
    records: [
      ...zone.records.map((record) =>
        record.type === 'SRV' && record.name.startsWith('_submission')
          ? { ...record, data: { ...record.data, target } }
          : record,
      ),
      address(target, '127.0.0.1'),
    ],
  });
  return (settings) => ({ ...settings, zoneEdits: [...settings.zoneEdits, moved] });
}
