import { describe, expect, it } from 'vitest';
import { readPointer } from '../../../src/directory/index.ts';
import { inSiteOrder, keywords, toServicePoint } from '../../../src/directory/service-points/service-point.ts';

const entry = (values: Record<string, readonly string[]>) => ({
  dn: 'CN=EX1',
  incomplete: [],
  values: (name: string) => values[name] ?? [],
});

describe('a service point', () => {
  it('says where settings are asked for, and for which sites and mail domains it is meant', () => {
    const point = toServicePoint(
      entry({
        keywords: [keywords.url, 'Site=HQ', 'site=Branch', 'Domain=corp.example'],
        serviceBindingInformation: ['https://ex1/'],
      }),
    );
    expect(point).toEqual({
      dn: 'CN=EX1',
      kind: 'url',
      url: 'https://ex1/',
      sites: ['HQ', 'Branch'],
      domains: ['corp.example'],
    });
  });

  it('without a keyword of Exchange or without an address says nothing', () => {
    expect(toServicePoint(entry({ keywords: ['Site=HQ'], serviceBindingInformation: ['https://ex1/'] }))).toBeNull();
    expect(toServicePoint(entry({ keywords: [keywords.pointer.toLowerCase()] }))).toBeNull();
  });

  it('of the client’s own site comes first, one for all sites next, one of another site last', () => {
    const point = (dn: string, ...sites: string[]) => ({ dn, kind: 'url' as const, url: '', sites, domains: [] });
    const points = [point('other', 'Branch'), point('all'), point('own', 'Branch', 'hq')];
    expect(inSiteOrder(points, 'HQ').map(({ dn }) => dn)).toEqual(['own', 'all', 'other']);
    expect(inSiteOrder(points, null).map(({ dn }) => dn)).toEqual(['all', 'other', 'own']);
  });
});

describe('a pointer', () => {
  it.each([
    ['LDAP://Partner.Example', { host: 'partner.example', base: null }],
    ['ldap://dc1.partner.example:389/', { host: 'dc1.partner.example', base: null }],
    [
      'LDAP://partner.example/CN=Auto%20discover,DC=partner,DC=example',
      { host: 'partner.example', base: 'CN=Auto discover,DC=partner,DC=example' },
    ],
    ['LDAP://CN=Services,DC=corp,DC=example', { host: null, base: 'CN=Services,DC=corp,DC=example' }],
    ['LDAP:///CN=Services,DC=corp,DC=example', { host: null, base: 'CN=Services,DC=corp,DC=example' }],
  ])('%s leads to %j', (url, value) => {
    expect(readPointer(url)).toEqual({ ok: true, value });
  });

  it.each([
    ['https://partner.example/', 'no LDAP address'],
    ['LDAP://', 'names nothing'],
    ['LDAP://partner', 'no full host name'],
    ['LDAP://10.0.0.1', 'IP address'],
    ['LDAP://[::1]/', 'IP address'],
    ['LDAP://alice:secret@partner.example', 'no full host name'],
    ['LDAP://partner.example/DC', 'no distinguished name'],
    ['LDAP://partner.example/%zz', 'no distinguished name'],
    ['LDAP://partner.example/DC=x?objectClass', 'no LDAP address'],
  ])('%s leads nowhere: %s', (url, reason) => {
    expect(readPointer(url)).toMatchObject({ ok: false, error: expect.stringContaining(reason) });
  });
});
