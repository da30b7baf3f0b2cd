import { longestTimeout, securities } from '../chain/parse/index.ts';
import type { TextFlaw } from '../core/index.ts';

const address = 'for example bob@partner.example';

/** What to write instead, as a sentence without its full stop. */
export const flawWords: Readonly<Record<TextFlaw, string>> = {
  'not-a-domain': 'give a domain name, for example corp.example',
  'not-domains': 'give domain names separated by commas, for example office.corp.example,corp.example',
  'not-a-server': 'give a server’s name or address, for example mail or mail.corp.example',
  'server-with-scheme': 'give the name alone, without a scheme, for example mail.corp.example',
  'server-with-port': 'give the name alone, and the port with --port',
  'server-looks-like-address': 'this looks like a mail address; give the server’s name, for example mail',
  'not-dns-servers':
    'give the address of a DNS server, with a port if it is not 53: 10.0.0.1, 10.0.0.1:5353 or [2001:db8::1]:53',
  'not-an-ip-address': 'give the address of a DNS server, for example 10.0.0.53',
  'not-an-address': `this is not a mail address; give the whole one, ${address}`,
  'address-too-long': `this is longer than a mail address can be; ${address}`,
  'address-without-domain': `what follows the @ is not a domain name; ${address}`,
  'several-addresses': `give one mail address, and repeat the option for each further one; ${address}`,
  'address-dots': 'the part before the @ begins or ends with a dot, or has two in a row',
  'something-around-address': `give one mail address and nothing around it, ${address}`,
  'not-a-destination': 'give a mail address or a domain, for example partner.example',
  'bare-name':
    'this has no domain; give the whole mail address, for example alice@corp.example, or a domain; for a sign-in name alone, add its domain with --domain',
  'not-a-user': 'give a sign-in name: alice@corp.example, CORP\\alice, alice, or a distinguished name',
  'user-without-start': 'something is missing before it; give alice@corp.example or CORP\\alice',
  'user-without-end': 'something is missing after it; give alice@corp.example or CORP\\alice',
  'not-a-site': 'give the name of a site, for example HQ',
  'not-a-subject': 'give one line of at most 900 characters',
  'not-a-port': 'a port is a whole number from 1 to 65535, for example 587',
  'not-seconds': `give seconds from 0.1 to ${longestTimeout}, for example 30`,
  'not-security': `give ${securities.join(' or ')}`,
  'private-key': 'this is a private key, which Waypost never needs; give the certificate of the issuer',
  'no-certificate':
    'the file holds no certificate; give one in PEM form (it begins with -----BEGIN CERTIFICATE-----) or in DER form',
  'damaged-certificate': 'a certificate in the file is damaged; export it again',
};
