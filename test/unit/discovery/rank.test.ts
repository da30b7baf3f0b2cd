import { describe, expect, it } from 'vitest';
import { type Heard, mergeServers, rankServers, type Sighting, type Standing } from '../../../src/discovery/index.ts';
import { problem } from '../../../src/problems/index.ts';
import type { FoundSettings, ServerSetting } from '../../../src/run/index.ts';

const server = (changes: Partial<ServerSetting> = {}): ServerSetting => ({
  service: 'imap',
  host: 'imap.corp.example',
  port: 993,
  security: 'implicit',
  authentication: [],
  user: null,
  url: null,
  ...changes,
});

const said = (source: Heard['source'], trust: FoundSettings['trust'], ...servers: ServerSetting[]): Heard => ({
  source,
  answers: [{ origin: source, trust, provider: null, servers, documentation: [] }],
});

const seen: Sighting = {
  address: '127.0.0.1',
  greeting: '* OK ready',
  tls: null,
  capabilities: [],
  mechanisms: [],
  passwords: null,
};

const inDomain: Standing = {
  approvedBy: (host) => (host.endsWith('corp.example') ? 'the domain of the sign-in name' : null),
  toApprove: (host) => host,
  trials: new Map(),
};

const verdicts = (heard: readonly Heard[], standing = inDomain) =>
  rankServers(mergeServers(heard), standing).map(({ host, port, verdict, reason }) => [host, port, verdict, reason]);

describe('servers that were named', () => {
  it('are one when several sources name them, and say who did', () => {
    const ranked = rankServers(
      mergeServers([said('dns', 'dns', server()), said('autoconfig', 'https', server({ user: 'alice@corp.example' }))]),
      inDomain,
    );
    expect(ranked).toMatchObject([
      {
        user: 'alice@corp.example',
        verdict: 'chosen',
        reason: 'agreed',
        sources: [{ source: 'dns' }, { source: 'autoconfig' }],
      },
    ]);
  });

  it('are ranked by trust before everything else', () => {
    const heard = [
      said('dns', 'dns', server({ host: 'dns.corp.example' })),
      said('directory', 'directory', server({ host: 'ad.corp.example', port: 143, security: 'starttls' })),
    ];
    expect(verdicts(heard)).toEqual([
      ['ad.corp.example', 143, 'chosen', 'best-trust'],
      ['dns.corp.example', 993, 'possible', 'less-trust'],
    ]);
  });

  it('of equal trust are ranked by what was verified, then by security', () => {
    const heard = [
      said('dns', 'dns', server({ port: 143, security: 'starttls' }), server(), server({ host: 'b.corp.example' })),
    ];
    const trials = new Map([['imap b.corp.example 993 implicit', { fault: null, seen }]]);
    expect(verdicts(heard, { ...inDomain, trials })).toEqual([
      ['b.corp.example', 993, 'chosen', 'verified'],
      ['imap.corp.example', 993, 'possible', 'not-verified'],
      ['imap.corp.example', 143, 'possible', 'not-verified'],
    ]);
  });

  it('are chosen for both directions, IMAP before POP3', () => {
    const submission = server({ service: 'submission', host: 'smtp.corp.example', port: 465 });
    const heard = [said('autoconfig', 'https', server({ service: 'pop3', port: 995 }), server(), submission)];
    expect(verdicts(heard)).toEqual([
      ['imap.corp.example', 993, 'chosen', 'best-trust'],
      ['smtp.corp.example', 465, 'chosen', 'best-trust'],
      ['imap.corp.example', 995, 'possible', 'not-preferred'],
    ]);
  });

  it.each([
    ['without encryption', server({ port: 143, security: 'plain' }), 'plain'],
    ['that take only OAuth 2', server({ authentication: ['oauth2'] }), 'oauth2-only'],
  ] as const)('%s are never chosen, however trusted', (_, one, reason) => {
    expect(verdicts([said('directory', 'directory', one)])).toEqual([[one.host, one.port, 'rejected', reason]]);
  });

  it('that could not be reached are never chosen, and say why', () => {
    const fault = problem('net.refused', { host: 'imap.corp.example', port: 993 });
    const trials = new Map([['imap imap.corp.example 993 implicit', { fault, seen }]]);
    expect(verdicts([said('directory', 'directory', server())], { ...inDomain, trials })).toEqual([
      ['imap.corp.example', 993, 'rejected', 'unreachable'],
    ]);
    const ranked = rankServers(mergeServers([said('dns', 'dns', server())]), { ...inDomain, trials });
    expect(ranked).toMatchObject([{ verified: false, fault: { code: 'net.refused' } }]);
  });

  it('outside the approved domains are ranked all the same, and say that nothing approves them', () => {
    const [only] = rankServers(mergeServers([said('dns', 'dns', server({ host: 'imap.hoster.example' }))]), inDomain);
    expect(only).toMatchObject({ verdict: 'chosen', approved: null });
  });
});
