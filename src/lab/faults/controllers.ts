import type { CertificateKind } from '../certificates.ts';
import { editZone } from '../settings.ts';
import { type AppliedFault, fault, set } from './fault.ts';

export const controllerFaults: readonly AppliedFault[] = [
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
];

function dcCertificate(kind: CertificateKind, what: string, expects: string): AppliedFault {
  return fault(
    `dc-certificate-${kind}`,
    `The domain controllers’ certificate ${what}`,
    expects,
    set({ dcCertificate: kind }),
  );
}
