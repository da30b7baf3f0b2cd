import { describe, expect, it } from 'vitest';
import { accountOf, unapprovedServers } from '../../../src/clients/index.ts';
import type { ChainPatch, RankedServer } from '../../../src/run/index.ts';
import { type RecordedProbe, recordedReport } from '../../fakes/recorded-run.ts';
import { personProbes } from '../../fakes/sample-chain.ts';

const published: RankedServer = {
  service: 'submission',
  host: 'smtp.hoster.example',
  port: 465,
  security: 'implicit',
  authentication: ['password'],
  user: null,
  url: null,
  sources: [],
  approved: 'corp.example',
  verified: true,
  verdict: 'chosen',
  reason: 'best-trust',
};

const settings = { address: 'alice@corp.example', domain: 'corp.example', servers: [published] };
const relay = { host: 'mail.corp.example', address: '10.1.2.3', port: 587, security: 'starttls' } as const;

function found(chain: ChainPatch, options: Readonly<Record<string, string>> = {}, probes = personProbes) {
  const last: RecordedProbe = { id: 'relay.sign-in', chain };
  return accountOf(recordedReport([...probes, last], { options }), {});
}

describe('the server for outgoing mail', () => {
  it('is the relay that accepted the sign-in, although another one is published', () => {
    expect(found({ settings, relay: { ...relay, mechanism: 'PLAIN' } })).toMatchObject({
      outgoing: { host: 'mail.corp.example', port: 587, security: 'starttls', user: 'alice@corp.example' },
    });
  });

  it('is the published one where nobody signed in to the relay', () => {
    expect(found({ settings, relay })).toMatchObject({ outgoing: { host: 'smtp.hoster.example', port: 465 } });
  });

  it('is the relay that was reached where no settings are published', () => {
    expect(found({ relay })).toMatchObject({ outgoing: { host: 'mail.corp.example' } });
  });

  it('has the user name that is the relay’s own, where there is one', () => {
    expect(found({ relay: { ...relay, mechanism: 'PLAIN' } }, { relayUser: 'relay-alice' })).toMatchObject({
      outgoing: { user: 'relay-alice' },
    });
  });

  it('is what the person says, whatever was proved', () => {
    const outgoing = { ...relay, host: 'other.corp.example', authentication: 'password', user: null } as const;
    const report = recordedReport([{ id: 'relay.sign-in', chain: { relay: { ...relay, mechanism: 'PLAIN' } } }]);
    expect(accountOf(report, { address: 'alice@corp.example', outgoing })).toMatchObject({
      outgoing: { host: 'other.corp.example' },
    });
  });
});

describe('a server that nobody has approved', () => {
  const elsewhere = { ...published, approved: null };

  it('is told, as the client would give it the password', () => {
    const report = recordedReport([
      { id: 'settings.ranking', chain: { settings: { ...settings, servers: [elsewhere] } } },
    ]);
    expect(unapprovedServers(report, {})).toEqual(['smtp.hoster.example']);
  });

  it('is none of the account’s where the person says another one', () => {
    const report = recordedReport([
      { id: 'settings.ranking', chain: { settings: { ...settings, servers: [elsewhere] } } },
    ]);
    const outgoing = { ...relay, authentication: 'password', user: null } as const;
    expect(unapprovedServers(report, { outgoing })).toEqual([]);
  });

  it('is not the relay that was given the password already', () => {
    const chain = { settings: { ...settings, servers: [elsewhere] }, relay: { ...relay, mechanism: 'PLAIN' } };
    expect(unapprovedServers(recordedReport([{ id: 'relay.sign-in', chain }]), {})).toEqual([]);
  });
});
