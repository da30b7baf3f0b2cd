import { describe, expect, it } from 'vitest';
import { accountOf, clients, unapprovedServers, writeProfile } from '../../../src/clients/index.ts';
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

describe('the user name', () => {
  const withUser = (user: string) => ({ settings: { ...settings, servers: [{ ...published, user }] } });

  it('of settings that were found for a domain alone is filled in for the person', () => {
    const report = recordedReport([{ id: 'settings.ranking', chain: withUser('%EMAILLOCALPART%') }]);
    expect(accountOf(report, { address: 'bob@corp.example' })).toMatchObject({ outgoing: { user: 'bob' } });
  });

  it('is the person’s own where the settings want something else filled in', () => {
    expect(found(withUser('%REALNAME%'))).toMatchObject({ outgoing: { user: 'alice@corp.example' } });
  });
});

describe('the way to sign in', () => {
  const takes = (...authentication: RankedServer['authentication']) => {
    const account = found({ settings: { ...settings, servers: [{ ...published, authentication }] } });
    if (typeof account === 'string') throw new Error(account);
    return account;
  };

  it('is the first of the server’s that the client knows', () => {
    const written = writeProfile(clients.msmtp, takes('kerberos', 'password'));
    expect(written.ok && written.value.files[0]?.content).toContain('auth gssapi');
    const sheet = writeProfile(clients.himalaya, {
      ...takes('kerberos', 'password'),
      incoming: { ...takes('kerberos', 'password').outgoing, protocol: 'imap' },
    });
    expect(sheet).toMatchObject({ ok: true });
  });

  it('is no other than the server’s, and said to be what the client lacks', () => {
    const account = takes('kerberos');
    expect(
      writeProfile(clients.himalaya, { ...account, incoming: { ...account.outgoing, protocol: 'imap' } }),
    ).toMatchObject({ ok: false, error: { code: 'settings.client-lacks' } });
  });

  it('is the password that the mailbox has accepted, under the name that it took', () => {
    const imap = { ...published, service: 'imap', host: 'imap.corp.example', port: 993 } as const;
    const server: RankedServer = { ...imap, authentication: ['oauth2', 'password'], user: '%EMAILLOCALPART%' };
    const mailbox = { protocol: 'imap', host: imap.host, port: 993, signIn: 'accepted', user: 'CORP\\alice' } as const;
    expect(found({ settings: { ...settings, servers: [published, server] }, mailbox })).toMatchObject({
      incoming: { authentication: 'password', user: 'CORP\\alice' },
    });
  });
});

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
  const elsewhere = { ...published, approved: null, toApprove: 'hoster.example' };

  it('is told, as the client would give it the password', () => {
    const report = recordedReport([
      { id: 'settings.ranking', chain: { settings: { ...settings, servers: [elsewhere] } } },
    ]);
    expect(unapprovedServers(report, {})).toEqual([{ host: 'smtp.hoster.example', domain: 'hoster.example' }]);
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
