import { afterEach, describe, expect, it } from 'vitest';
import { hasValue, type Outcome, problemsOf } from '../../../src/core/index.ts';
import type { LocatedDc } from '../../../src/directory/index.ts';
import { closedPort, type LdapWorld, ldapWorld } from '../../fakes/ldap-world.ts';

let world: LdapWorld;
afterEach(() => world.end());

const codes = (outcome: Outcome<unknown>) => problemsOf(outcome).map(({ code }) => code);
const dcOf = (outcome: Outcome<LocatedDc>) => (hasValue(outcome) ? outcome.value : null);
const reported = () => world.step.patches.at(-1)?.domainController;
const candidate = (host: string) => reported()?.candidates?.find((one) => one.host === `${host}.corp.example`);

describe('the search for a domain controller', () => {
  it('takes the first one that DNS names, over verified LDAPS, with what its ping tells', async () => {
    world = await ldapWorld();
    const outcome = await world.locate();
    expect(outcome.kind).toBe('passed');
    expect(dcOf(outcome)).toMatchObject({
      host: 'dc1.corp.example',
      address: '127.0.0.1',
      port: world.lab.ports.ldaps,
      security: 'ldaps',
      site: 'HQ',
      clientSite: 'HQ',
      netbiosDomain: 'CORP',
      forest: 'corp.example',
    });
    expect(candidate('dc1')).toMatchObject({ state: 'chosen', rank: 1, closest: true, site: 'HQ', problem: null });
    expect(candidate('dc1')?.certificate?.names).toContain('dc1.corp.example');
    expect(candidate('dc1')?.ping).toBeGreaterThan(0);
  });

  it('asks for the records of the wanted site and of the domain, the site first in order', async () => {
    world = await ldapWorld();
    const outcome = await world.locate({ site: 'Branch' });
    expect(world.asked).toEqual([
      '_ldap._tcp.Branch._sites.dc._msdcs.corp.example',
      '_ldap._tcp.dc._msdcs.corp.example',
    ]);
    expect(outcome.kind).toBe('passed');
    expect(dcOf(outcome)?.host).toBe('dc2.corp.example');
    expect(reported()?.candidates?.map(({ host }) => host)).toEqual(['dc2.corp.example', 'dc1.corp.example']);
  });

  it('falls back to the whole domain when the wanted site has no records', async () => {
    world = await ldapWorld();
    expect(dcOf(await world.locate({ site: 'Moon' }))?.host).toBe('dc1.corp.example');
  });

  it('follows the hint to the closest site', async () => {
    world = await ldapWorld({ clientSite: 'Branch' });
    const outcome = await world.locate();
    expect(outcome.kind).toBe('passed');
    expect(dcOf(outcome)).toMatchObject({ host: 'dc2.corp.example', site: 'Branch', clientSite: 'Branch' });
  });

  it('finds the DC of the closest site although only that site names it', async () => {
    world = await ldapWorld({ clientSite: 'Branch' });
    world.records.set('_ldap._tcp.dc._msdcs.corp.example', { kind: 'found', targets: [world.target('dc1')] });
    expect(dcOf(await world.locate())?.host).toBe('dc2.corp.example');
    expect(candidate('dc2')).toMatchObject({ state: 'chosen', rank: 2 });
  });

  it('keeps what there is when the closest site has no DC, and says so', async () => {
    world = await ldapWorld({ faults: ['wrong-site'] });
    const outcome = await world.locate();
    expect(codes(outcome)).toEqual(['dc.wrong-site']);
    expect(problemsOf(outcome)[0]?.args).toEqual({ host: 'dc1.corp.example', site: 'HQ', closest: 'Remote' });
  });

  it.each(['dc1-refused', 'dc1-silent'])(
    'goes on to the next DC when the first is dead, and names it (%s)',
    async (fault) => {
      world = await ldapWorld({ faults: [fault] });
      const outcome = await world.locate();
      expect(dcOf(outcome)?.host).toBe('dc2.corp.example');
      expect(codes(outcome)).toContain('dc.some-unreachable');
      expect(problemsOf(outcome)[0]?.args).toMatchObject({ hosts: 'dc1.corp.example' });
      expect(candidate('dc1')).toMatchObject({ state: 'no-answer' });
    },
  );

  it('names a dead DC of the closer site as well, although another one came first', async () => {
    world = await ldapWorld({ faults: ['dc1-silent'] });
    const targets = [world.target('dc2'), world.target('dc1')];
    world.records.set('_ldap._tcp.dc._msdcs.corp.example', { kind: 'found', targets });
    const outcome = await world.locate();
    expect(dcOf(outcome)?.host).toBe('dc2.corp.example');
    expect(codes(outcome)).toEqual(['dc.some-unreachable', 'dc.wrong-site']);
  });

  it('says that all are unreachable when none can be used, with the cause of each', async () => {
    world = await ldapWorld({ faults: ['dcs-refused'] });
    const outcome = await world.locate();
    expect(outcome).toMatchObject({
      kind: 'failed',
      problem: {
        code: 'dc.all-unreachable',
        args: { domain: 'corp.example', count: 2 },
        cause: { code: 'net.refused' },
      },
    });
    expect(problemsOf(outcome)[0]?.evidence).toHaveLength(2);
    expect(reported()?.candidates?.map(({ state }) => state)).toEqual(['no-answer', 'no-answer']);
  });

  it('names the record that is missing, and what could help', async () => {
    world = await ldapWorld();
    world.records.clear();
    const outcome = await world.locate();
    expect(outcome).toMatchObject({
      kind: 'failed',
      problem: {
        code: 'dc.no-srv-records',
        args: { domain: 'corp.example', name: '_ldap._tcp.dc._msdcs.corp.example' },
      },
    });
    expect(problemsOf(outcome)[0]?.remedies.map(({ option }) => option)).toEqual(['domain', 'dns']);
    expect(reported()).toMatchObject({ domain: 'corp.example' });
  });

  it('hands on what DNS itself has to complain about', async () => {
    world = await ldapWorld();
    const found = {
      code: 'dns.server-unreachable',
      args: { server: '192.0.2.1:53' },
      evidence: [],
      remedies: [],
    } as const;
    world.records.set('_ldap._tcp.dc._msdcs.corp.example', { kind: 'failed', problem: found });
    expect(await world.locate()).toEqual({ kind: 'failed', problem: found });
  });

  it.each([
    ['dc-certificate-untrusted-issuer', 'tls.untrusted-issuer', 'unknown'],
    ['dc-certificate-wrong-name', 'tls.name-mismatch', 'failed'],
    ['dc-certificate-expired', 'tls.expired', 'failed'],
    ['dc-certificate-not-yet-valid', 'tls.not-yet-valid', 'failed'],
  ])(
    'refuses a DC with a bad certificate, as the directory’s fault, and tries no other door (%s)',
    async (fault, code, kind) => {
      world = await ldapWorld({ faults: [fault] });
      const outcome = await world.locate();
      expect(outcome).toMatchObject({ kind, problem: { code, owner: 'directory' } });
      expect(world.step.exchanges.filter((text) => text.includes('StartTLS'))).toEqual([]);
      expect(candidate('dc1')?.certificate?.verified).toBe(false);
    },
  );

  it('uses StartTLS on the port that DNS names when LDAPS is closed', async () => {
    world = await ldapWorld();
    const outcome = await world.locate({ ports: { ldaps: closedPort, globalCatalog: closedPort } });
    expect(dcOf(outcome)).toMatchObject({ host: 'dc1.corp.example', security: 'starttls', port: world.lab.ports.ldap });
  });

  it('uses the global catalog’s LDAPS when only that is open', async () => {
    world = await ldapWorld();
    const outcome = await world.locate({ ports: { ldaps: closedPort, globalCatalog: world.lab.ports.ldaps } });
    expect(dcOf(outcome)).toMatchObject({ security: 'ldaps', port: world.lab.ports.ldaps });
  });

  it('does without pings: a DC that answers none is used all the same', async () => {
    world = await ldapWorld();
    const mute = { port: closedPort };
    const targets = [world.target('dc1', mute), world.target('dc2', mute)];
    world.records.set('_ldap._tcp.dc._msdcs.corp.example', { kind: 'found', targets });
    const outcome = await world.locate();
    expect(outcome.kind).toBe('passed');
    expect(dcOf(outcome)).toMatchObject({ host: 'dc1.corp.example', netbiosDomain: null, clientSite: null });
  });

  it('leaves a DC that says that it is none of this domain', async () => {
    world = await ldapWorld();
    const other = 'other.example';
    world.records.set(`_ldap._tcp.dc._msdcs.${other}`, { kind: 'found', targets: [world.target('dc1')] });
    expect(await world.locate({ domain: other })).toMatchObject({
      kind: 'failed',
      problem: { code: 'dc.not-a-dc', args: { host: 'dc1.corp.example', domain: other } },
    });
  });

  it('asks before it goes to a host outside the approved names, and connects to none', async () => {
    world = await ldapWorld();
    const targets = [world.target('dc1', { host: 'dc1.elsewhere.example' })];
    world.records.set('_ldap._tcp.dc._msdcs.corp.example', { kind: 'found', targets });
    const outcome = await world.locate();
    expect(outcome).toMatchObject({ kind: 'unknown', problem: { code: 'dns.unapproved-name' } });
    expect(problemsOf(outcome)[0]?.remedies).toEqual([{ option: 'approve-domain', value: 'elsewhere.example' }]);
    expect(world.step.exchanges).toEqual([]);
  });

  it('measures every DC when the whole table is wanted, and keeps the session with the best', async () => {
    world = await ldapWorld({ clientSite: 'Branch' });
    const outcome = await world.locate({ wholeTable: true });
    expect(dcOf(outcome)?.host).toBe('dc2.corp.example');
    expect(candidate('dc1')).toMatchObject({ state: 'usable', closest: false });
    expect(candidate('dc2')).toMatchObject({ state: 'chosen', closest: true });
    for (const { ping, ldaps, certificate } of reported()?.candidates ?? []) {
      expect([ping, ldaps]).not.toContain(null);
      expect(certificate?.verified).toBe(true);
    }
  });

  it('ends when the run is cancelled, and says that it was', async () => {
    world = await ldapWorld({ faults: ['dcs-silent'] });
    const searching = world.locate();
    world.step.end();
    expect(await searching).toMatchObject({ kind: 'unknown', problem: { code: 'run.cancelled' } });
  });
});
