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

describe('a short name', () => {
  it('is resolved by the suffix that has it, although another suffix’s name server is lame', async () => {
    const { code, report } = await waypost(world, ['resolve', 'mail']);
    expect(code).toBe(0);
    expect(report.chain.name).toMatchObject({ fqdn: 'mail.corp.example', addresses: [world.address.mail] });
    expect(report.chain.name?.candidates.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['mail.corp.example', 'taken'],
      ['mail.alt.example', 'no-such-name'],
      ['mail.lame.example', expect.stringMatching(/server-failure|no-answer/)],
    ]);
  });

  it('that exists under two suffixes is a decision for a person', async () => {
    const { code, report } = await waypost(world, ['resolve', 'print']);
    expect(code).toBe(3);
    expect(codes(report)).toContain('dns.ambiguous-name');
    expect(report.probes.find(({ problem }) => problem)?.problem?.remedies).toContainEqual({
      option: 'server',
      value: 'print.corp.example',
    });
  });

  it('is found behind a lame suffix too, with a word about it', async () => {
    const args = ['resolve', 'files', '--search', 'lame.example,alt.example'];
    const { code, report } = await waypost(world, args);
    expect(code).toBe(0);
    expect(report.chain.name?.fqdn).toBe('files.alt.example');
    expect(codes(report)).toContain('dns.server-failure');
  });

  it('that nobody has is said to exist nowhere', async () => {
    const { code, report } = await waypost(world, ['resolve', 'nowhere', '--search', 'corp.example,alt.example']);
    expect(code).toBe(1);
    expect(report.firstFailure).toMatchObject({ code: 'dns.no-such-name', owner: 'dns' });
  });

  it.each([
    // BIND follows the loop itself, and gives up.
    ['loop1', 'dns.server-failure'],
    ['textonly', 'dns.no-data'],
  ])('%s: %s', async (name, expected) => {
    const { report } = await waypost(world, ['resolve', name, '--search', 'corp.example']);
    expect(codes(report)).toContain(expected);
  });

  it('that is an alias is followed to its addresses', async () => {
    const { report } = await waypost(world, ['resolve', 'chain1']);
    expect(report.chain.name).toMatchObject({ fqdn: 'chain1.corp.example', addresses: [world.address.mail] });
  });

  it('whose server does not answer is not said to be missing', async () => {
    const { code, report } = await waypost(world, ['resolve', 'mail', '--dns', '10.77.1.121', '--timeout', '10']);
    expect(code).not.toBe(0);
    expect(codes(report)).toContain('dns.server-unreachable');
  });
});

describe('a mail route', () => {
  it('goes by preference, and says which gateways answer', async () => {
    const { report } = await waypost(world, ['route', 'multimx.example']);
    expect(report.chain.route?.gateways.map(({ preference }) => preference)).toEqual([10, 20, 30, 30, 40]);
    expect(report.chain.route?.gateways.map(({ reached }) => reached).slice(0, 3)).toEqual(['no', 'no', 'yes']);
    expect(codes(report)).toContain('mx.unreachable');
  });

  it('ends at a null MX', async () => {
    const { code, report } = await waypost(world, ['route', 'someone@nullmx.example']);
    expect(code).toBe(1);
    expect(report.firstFailure?.code).toBe('mx.null');
  });

  it('is implicit where there is an address only', async () => {
    const { code, report } = await waypost(world, ['route', 'implicit.example']);
    expect(code).toBe(0);
    expect(report.chain.route?.kind).toBe('implicit');
    expect(codes(report)).toContain('mx.implicit');
    expect(report.chain.route?.gateways[0]?.greeting).toContain('mx.partner.example');
  });
});
