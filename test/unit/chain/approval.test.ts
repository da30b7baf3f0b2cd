import { describe, expect, it } from 'vitest';
import { approvalFor, approvalsOf } from '../../../src/chain/approval.ts';
import { loadPublicSuffixes } from '../../../src/chain/registrable.ts';
import { anOsDnsConfig } from '../../fakes/os-dns.ts';
import { aRequest } from '../../fakes/request.ts';

const suffix = (name: string, origin: 'static' | 'dhcp' | 'router-advertisement' | 'policy' | 'user' | 'unknown') => ({
  suffix: name,
  origin,
  source: 'test',
});

function reasonFor(
  host: string,
  request: Parameters<typeof aRequest>[0] = {},
  os: Parameters<typeof anOsDnsConfig>[0] = {},
) {
  const user = request.user === null ? null : (request.user ?? 'alice@corp.example').split('@')[1];
  return (
    approvalFor(host, approvalsOf(aRequest(request), user ?? null, anOsDnsConfig(os), registrable))?.reason ?? null
  );
}

const registrable = await loadPublicSuffixes();

describe('a name that came out of DNS is approved', () => {
  it.each([
    ['mail.corp.example', {}, {}, 'the domain of the sign-in name'],
    ['mail.eu.corp.example', {}, {}, 'the domain of the sign-in name'],
    ['mail.other.example', { server: 'mx.other.example' }, {}, 'the domain of the server name as typed'],
    ['mail.other.example', { approvedDomains: ['other.example'] }, {}, 'approved with --approve-domain'],
    ['mail.other.example', { search: ['other.example'] }, {}, 'a search suffix given with --search'],
    ['dc.ad.example', { user: null, domain: 'ad.example' }, {}, 'the domain given with --domain'],
    [
      'mail.x.example',
      {},
      { search: [suffix('x.example', 'static')] },
      'a search suffix set by an administrator (test)',
    ],
    [
      'mail.x.example',
      {},
      { search: [suffix('x.example', 'policy')] },
      'a search suffix set by an administrator (test)',
    ],
    ['mail.x.example', {}, { machineDomain: 'x.example' }, 'the domain of this machine'],
    ['10.0.0.9', { server: '10.0.0.9' }, {}, 'the address as typed'],
  ] as const)('%s, given %o and %o: %s', (host, request, os, reason) => {
    expect(reasonFor(host, request, os)).toBe(reason);
  });
});

describe('a name that came out of DNS is not approved', () => {
  it.each([
    ['because DHCP announced its suffix', 'mail.x.example', {}, { search: [suffix('x.example', 'dhcp')] }],
    [
      'because a router announced its suffix',
      'mail.x.example',
      {},
      { search: [suffix('x.example', 'router-advertisement')] },
    ],
    [
      'because nobody knows where its suffix comes from',
      'mail.x.example',
      {},
      { search: [suffix('x.example', 'unknown')] },
    ],
    ['because it only ends alike', 'mail.evilcorp.example', {}, {}],
    ['because a public suffix approves nothing', 'mail.evil.co.uk', {}, { search: [suffix('co.uk', 'static')] }],
    ['because a short name approves nothing', 'mail.evil.example', { user: null, server: 'mail' }, {}],
    ['because a sender address approves nothing', 'mail.x.example', { from: 'alice@x.example' }, {}],
    ['because another address was typed', '10.0.0.10', { user: null, server: '10.0.0.9' }, {}],
  ] as const)('%s: %s', (_, host, request, os) => {
    expect(reasonFor(host, request, os)).toBeNull();
  });
});
