import { baseDn } from '../accounts.ts';
import { domain } from '../dns/records.ts';
import type { Controller } from './controller.ts';
import { configurationDn, schemaDn } from './directory.ts';
import { attribute, type Entry } from './entry.ts';

/** What a domain controller says about itself to anybody (MS-ADTS 3.1.1.3.2). */
export function rootDse({ host, site }: Controller, now: Date = new Date()): Entry {
  const serverName = `CN=${host.toUpperCase()},CN=Servers,CN=${site},CN=Sites,${configurationDn}`;
  return {
    dn: '',
    attributes: [
      attribute('objectClass', 'top'),
      attribute('currentTime', `${now.toISOString().replace(/\D/g, '').slice(0, 14)}.0Z`),
      attribute('defaultNamingContext', baseDn),
      attribute('rootDomainNamingContext', baseDn),
      attribute('configurationNamingContext', configurationDn),
      attribute('schemaNamingContext', schemaDn),
      attribute('namingContexts', baseDn, configurationDn, schemaDn),
      attribute('dnsHostName', `${host}.${domain}`),
      attribute('ldapServiceName', `${domain}:${host}$@${domain.toUpperCase()}`),
      attribute('serverName', serverName),
      attribute('dsServiceName', `CN=NTDS Settings,${serverName}`),
      attribute('supportedLDAPVersion', '3', '2'),
      attribute('supportedSASLMechanisms', 'GSSAPI', 'GSS-SPNEGO', 'EXTERNAL', 'DIGEST-MD5'),
      attribute(
        'supportedCapabilities',
        '1.2.840.113556.1.4.800',
        '1.2.840.113556.1.4.1670',
        '1.2.840.113556.1.4.1791',
      ),
      attribute('supportedControl', '1.2.840.113556.1.4.319', '1.2.840.113556.1.4.1339'),
      attribute('supportedExtension', '1.3.6.1.4.1.1466.20037', '1.3.6.1.4.1.4203.1.11.3'),
      attribute('isSynchronized', 'TRUE'),
      attribute('isGlobalCatalogReady', 'TRUE'),
      attribute('domainFunctionality', '7'),
      attribute('forestFunctionality', '7'),
      attribute('domainControllerFunctionality', '7'),
    ],
  };
}
