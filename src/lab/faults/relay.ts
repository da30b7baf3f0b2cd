import type { CertificateKind } from '../certificates.ts';
import { editZone, type LabSettings } from '../settings.ts';
import type { RelayPolicy } from '../smtp/policy.ts';
import { type AppliedFault, fault, set } from './fault.ts';

export const relayFaults: readonly AppliedFault[] = [
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
];

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
