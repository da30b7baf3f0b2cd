// Threat: whoever controls DNS, a server or the wire wants the password: a record points into a domain of theirs, with a
// valid certificate for it; STARTTLS is stripped, the secure ports are closed or their certificate is bad, AUTH is offered in
// clear, so that a helpful client walks down to what is left. What counts is what their servers received: nothing.
import { afterEach, describe, expect, it } from 'vitest';
import { registeredPorts } from '../../src/chain/request.ts';
import { makeAuthority } from '../../src/lab/index.ts';
import { a, cname, srv } from '../fakes/dns-server.ts';
import { binds, type HostileWorld, hostileWorld, reportOf } from '../fakes/hostile-world.ts';
import { authority, type SmtpScript } from '../fakes/smtp-server.ts';

let world: HostileWorld;
afterEach(() => world.stop());

const evil = 'mail.evil.example';
const evilCertificate = authority.issue([evil]);

/** Of the relay: lines with which a password, or a part of it, would have come. */
function authLines(): string[] {
  return world.relay.commands.filter(
    (line) => /^(AUTH|MAIL|RCPT)/i.test(line) || /[A-Za-z0-9+/]{16,}={0,2}$/.test(line),
  );
}

async function outcome(changes: Parameters<HostileWorld['run']>[0] = {}) {
  const report = reportOf(await world.run({ goal: 'send', ...changes }));
  const codes = report.probes.flatMap(({ problems }) => problems.map(({ code }) => code));
  return { report, codes };
}

describe('no password goes to a relay', () => {
  it('that an SRV record names outside the approved domains, however good its certificate', async () => {
    const records = [srv('_submissions._tcp.corp.example', evil, 465), a(evil, '127.0.0.1')];
    world = await hostileWorld({ relay: { certificate: evilCertificate }, records });
    const { report, codes } = await outcome({ server: null });
    expect(report.outcome).toBe('inconclusive');
    expect(codes).toContain('dns.unapproved-name');
    expect(authLines()).toEqual([]);
  });

  it('whose name is an alias for one outside, with a good certificate for that one', async () => {
    const records = [cname('mail.corp.example', evil), a(evil, '127.0.0.1')];
    world = await hostileWorld({ relay: { certificate: evilCertificate }, records });
    expect((await outcome({ server: 'mail' })).codes).toContain('tls.name-mismatch');
    expect(authLines()).toEqual([]);
  });

  const stripped: [string, SmtpScript, string][] = [
    [
      'that does not offer STARTTLS any more',
      { security: 'starttls', offersBeforeTls: ['AUTH PLAIN LOGIN'] },
      'smtp.tls-not-offered',
    ],
    [
      'that refuses STARTTLS',
      { security: 'starttls', on: { STARTTLS: '454 4.7.0 not now' } },
      'smtp.service-unavailable',
    ],
    ['that knows no EHLO', { security: 'starttls', on: { EHLO: '502 5.5.1 what' } }, 'smtp.protocol-error'],
    [
      'whose certificate is somebody else’s',
      { certificate: authority.issue(['mail.corp.example'], 'untrusted-issuer') },
      'tls.untrusted-issuer',
    ],
    ['whose certificate has another name', { certificate: evilCertificate }, 'tls.name-mismatch'],
    [
      'whose certificate has run out',
      { certificate: authority.issue(['mail.corp.example'], 'expired') },
      'tls.expired',
    ],
  ];
  it.each(stripped)('%s', async (_what, relay, code) => {
    world = await hostileWorld({ relay });
    const { codes } = await outcome();
    expect(codes).toContain(code);
    expect(authLines()).toEqual([]);
  });

  it('that offers AUTH before TLS and none after it', async () => {
    const relay: SmtpScript = {
      security: 'starttls',
      offersBeforeTls: ['STARTTLS', 'AUTH PLAIN'],
      offers: ['PIPELINING'],
    };
    world = await hostileWorld({ relay });
    expect((await outcome()).codes).toContain('smtp.auth-not-offered');
    expect(authLines()).toEqual([]);
  });

  it('on the ports that are left when the one with implicit TLS has a bad certificate', async () => {
    world = await hostileWorld({ relay: { security: 'starttls', offersBeforeTls: ['AUTH PLAIN'] } });
    const { port } = world.relay;
    const ports = {
      ...registeredPorts,
      ldaps: world.dc.port,
      globalCatalog: 9,
      submissions: 9,
      submission: port,
      smtp: port,
    };
    const { codes } = await outcome({ endpoint: { port: null, security: null }, ports });
    expect(codes).toContain('smtp.tls-not-offered');
    expect(authLines()).toEqual([]);
  });
});

describe('no password goes to a domain controller', () => {
  it('that an SRV record names outside the approved domains', async () => {
    const record = (port: number) => srv('_ldap._tcp.dc._msdcs.corp.example', 'dc.evil.example', port);
    world = await hostileWorld({ records: [record(389), a('dc.evil.example', '127.0.0.1')] });
    const { codes } = await outcome({ goal: 'sign-in' });
    expect(codes).toContain('dns.unapproved-name');
    expect(world.dc.received).toEqual([]);
  });

  it('whose certificate on 636 is bad: nobody goes on to StartTLS or to plain LDAP', async () => {
    world = await hostileWorld();
    const { codes } = await outcome({ goal: 'sign-in', ca: makeAuthority().pem });
    expect(codes).toContain('tls.untrusted-issuer');
    expect(binds(world.dc)).toBe(0);
    expect(world.dc.received.flat()).toEqual([]);
  });
});
