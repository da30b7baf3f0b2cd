import { describe, expect, it } from 'vitest';
import { domainsToTry } from '../../../src/chain/domain.ts';
import { endpointsOf } from '../../../src/chain/endpoints.ts';
import { anOsDnsConfig } from '../../fakes/os-dns.ts';
import { aRequest } from '../../fakes/request.ts';

const implicit465 = { port: 465, security: 'implicit' } as const;
const starttls587 = { port: 587, security: 'starttls' } as const;
const starttls25 = { port: 25, security: 'starttls' } as const;

describe('the endpoints of a relay, best first', () => {
  it.each([
    ['by default', null, null, null, [implicit465, starttls587, starttls25]],
    ['as an SRV record says', null, null, starttls587, [starttls587, implicit465, starttls25]],
    ['with STARTTLS only', null, 'starttls', null, [starttls587, starttls25]],
    ['at one port', 587, null, null, [starttls587]],
    ['at a port whose TLS is known', 465, null, starttls587, [implicit465]],
    ['at a port of their own', 2525, 'implicit', null, [{ port: 2525, security: 'implicit' }]],
  ] as const)('%s', (_, port, security, fromSrv, expected) => {
    expect(endpointsOf(aRequest({ endpoint: { port, security } }), fromSrv)).toEqual(expected);
  });
});

describe('the domains that are searched for domain controllers', () => {
  const os = anOsDnsConfig({
    machineDomain: 'ad.example',
    search: [
      { suffix: 'corp.example', origin: 'static', source: 'test' },
      { suffix: 'cafe.example', origin: 'dhcp', source: 'test' },
    ],
  });
  it.each([
    [
      'that of the sign-in name, of the machine, of an administrator; never of DHCP',
      {},
      ['corp.example', 'ad.example'],
    ],
    ['only the one that was given', { domain: 'other.example' }, ['other.example']],
    ['for a NetBIOS name, that of the machine first', { user: 'CORP\\alice' }, ['ad.example', 'corp.example']],
  ])('are %s', (_, changes, expected) => {
    expect(domainsToTry(aRequest(changes), os)).toEqual(expected);
  });
});
