import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { codes, waypost } from './waypost.ts';
import { startWorld, type World } from './world/index.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterEach(async () => {
  await world.reset();
});

const signIn = () => waypost(world, ['sign-in', 'alice@corp.example'], { password: world.users.alice.password });

describe('a domain controller', () => {
  it('of the client’s own site is chosen', async () => {
    const hq = await waypost(world, ['locate-dc', '--domain', 'corp.example']);
    expect(hq.report.chain.domainController).toMatchObject({ host: 'dc1.corp.example', site: 'HQ' });
    const branch = await waypost(world, ['locate-dc', '--domain', 'corp.example'], { on: world.clients.branchclient });
    expect(branch.report.chain.domainController).toMatchObject({ host: 'dc2.corp.example', site: 'Branch' });
  });

  it('of the site that was asked for is chosen', async () => {
    const { report } = await waypost(world, ['locate-dc', '--domain', 'corp.example', '--site', 'Branch']);
    expect(report.chain.domainController).toMatchObject({ host: 'dc2.corp.example' });
  });

  it('is shown beside all others, with its latency and certificate', async () => {
    const { report } = await waypost(world, ['locate-dc', '--domain', 'corp.example']);
    const { candidates = [] } = report.chain.domainController ?? {};
    expect(candidates.map(({ host }) => host).sort()).toEqual(['dc1.corp.example', 'dc2.corp.example']);
    for (const candidate of candidates) {
      expect(candidate.ping).toBeGreaterThan(0);
      expect(candidate.ldaps).toBeGreaterThan(0);
      expect(candidate.certificate?.names).toContain(candidate.host);
    }
  });

  it('that swallows every packet costs a moment and a warning, not a time-out', async () => {
    await world.fault.drop({ host: 'dc1' });
    const { code, report } = await signIn();
    expect(code).toBe(0);
    expect(report.chain.domainController?.host).toBe('dc2.corp.example');
    expect(codes(report)).toContain('dc.some-unreachable');
  });

  it('that refuses connections is passed over, with a warning', async () => {
    await world.fault.reject({ host: 'dc1' });
    const { code, report } = await signIn();
    expect(code).toBe(0);
    expect(report.chain.domainController?.host).toBe('dc2.corp.example');
    expect(codes(report)).toContain('dc.some-unreachable');
  });

  it('whose LDAPS port is closed is used over StartTLS', async () => {
    for (const host of ['dc1', 'dc2'] as const) await world.fault.reject({ host, ports: [636, 3269] });
    const { code, report } = await signIn();
    expect(code).toBe(0);
    expect(report.chain.domainController).toMatchObject({ security: 'starttls', port: 389 });
  });

  it('is said to be unreachable when all are', async () => {
    for (const host of ['dc1', 'dc2'] as const) await world.fault.reject({ host });
    const { code, report } = await signIn();
    expect(code).toBe(1);
    expect(report.firstFailure).toMatchObject({ code: 'dc.all-unreachable', owner: 'network' });
  });

  it('is said to be missing from DNS where it is', async () => {
    const { code, report } = await waypost(world, ['locate-dc', '--domain', 'partner.example']);
    expect(code).toBe(1);
    expect(report.firstFailure).toMatchObject({ code: 'dc.no-srv-records', owner: 'dns' });
  });
});
