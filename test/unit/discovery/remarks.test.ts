import { describe, expect, it } from 'vitest';
import { type Heard, mergeServers, rankServers, remarksOn } from '../../../src/discovery/index.ts';
import type { FoundSettings, ServerSetting } from '../../../src/run/index.ts';

const imap = (host: string, changes: Partial<ServerSetting> = {}): ServerSetting => ({
  service: 'imap',
  host,
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

const remarks = (...heard: Heard[]) =>
  remarksOn(
    rankServers(mergeServers(heard), { approvedBy: () => 'a test', toApprove: (host) => host, trials: new Map() }),
    'corp.example',
  );

describe('two sources', () => {
  const published = said('autoconfig', 'https', imap('new.corp.example'));

  it('that publish different servers for one service disagree, and both are named', () => {
    expect(remarks(published, said('dns', 'dns', imap('old.corp.example')))).toMatchObject([
      {
        code: 'settings.disagreement',
        args: { service: 'imap', first: 'new.corp.example (autoconfig)', second: 'old.corp.example (dns)' },
      },
    ]);
  });

  it('that name the same server agree, whatever else one of them names', () => {
    expect(remarks(published, said('dns', 'dns', imap('NEW.corp.example')))).toEqual([]);
    expect(remarks(said('dns', 'dns', imap('a.corp.example'), imap('b.corp.example')))).toEqual([]);
  });

  it('do not disagree when one of them guesses', () => {
    expect(remarks(published, said('common-names', 'guess', imap('imap.corp.example')))).toEqual([]);
  });
});

describe('a server that was chosen', () => {
  it('is said to take only a sign-in in the browser where it says so itself', () => {
    const seen = {
      address: '127.0.0.1',
      greeting: '* OK ready',
      tls: null,
      capabilities: [],
      mechanisms: ['XOAUTH2'],
      passwords: 'oauth2-only',
    } as const;
    const heard = [said('dns', 'dns', imap('imap.corp.example'))];
    const trials = new Map([['imap imap.corp.example 993 implicit', { fault: null, seen }]]);
    const ranked = rankServers(mergeServers(heard), { approvedBy: () => 'a test', toApprove: (host) => host, trials });
    expect(remarksOn(ranked, 'corp.example')).toMatchObject([
      { code: 'settings.browser-only', args: { host: 'imap.corp.example' } },
    ]);
  });
});

describe('servers that cannot be used', () => {
  it('because they only take a sign-in in the browser, or no encryption, are told of', () => {
    expect(remarks(said('autoconfig', 'https', imap('a.corp.example', { authentication: ['oauth2'] })))).toMatchObject([
      { code: 'settings.browser-only', args: { host: 'a.corp.example' } },
    ]);
    expect(remarks(said('autoconfig', 'https', imap('a.corp.example', { security: 'plain' })))).toMatchObject([
      { code: 'settings.plain-only', args: { host: 'a.corp.example' } },
    ]);
  });
});
