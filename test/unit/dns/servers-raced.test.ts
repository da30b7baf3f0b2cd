import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/core/index.ts';
import { resolverOf } from '../../fakes/dns-resolver.ts';
import { a, closedPort, reply, zoneHandler } from '../../fakes/dns-server.ts';
import { recordingStep } from '../../fakes/recording-step.ts';
import { temporaryServers } from './servers.ts';

const start = temporaryServers();
const name = 'mail.corp.example';
const good = zoneHandler([a(name, '10.0.0.1'), a('ldap.corp.example', '10.0.0.2')]);
const short = { timeout: 50 };

describe('several servers', () => {
  it('are not asked when the first one answers', async () => {
    const [first, second] = [await start(good), await start(good)];
    expect(await resolverOf([first, second]).ask(name, 'A', recordingStep())).toMatchObject({ server: first.name });
    expect(second.queries).toEqual([]);
  });

  it.each([
    ['is silent', 0],
    ['fails', 2],
    ['refuses', 5],
  ])('are asked in turn when the first one %s', async (_, rcode) => {
    const first = await start((query) => (rcode === 0 ? [] : [reply(query, { rcode })]));
    const second = await start(good);
    expect(await resolverOf([first, second], {}, systemClock).ask(name, 'A', recordingStep())).toMatchObject({
      kind: 'found',
      server: second.name,
    });
  });

  it('are asked in turn when nothing listens at the first one', async () => {
    const second = await start(good);
    expect(await resolverOf([await closedPort(), second]).ask(name, 'A', recordingStep())).toMatchObject({
      server: second.name,
    });
  });

  it('are not asked again when one says that the name does not exist', async () => {
    const [first, second] = [await start(zoneHandler([])), await start(good)];
    expect(await resolverOf([first, second]).ask(name, 'A', recordingStep())).toMatchObject({ kind: 'no-such-name' });
    expect(second.queries).toEqual([]);
  });

  it('take turns when the system is set so', async () => {
    const [first, second] = [await start(good), await start(good)];
    const resolver = resolverOf([first, second], { rotate: true });
    await resolver.ask(name, 'A', recordingStep());
    await resolver.ask('ldap.corp.example', 'A', recordingStep());
    expect([first.queries.length, second.queries.length]).toEqual([1, 1]);
  });

  it('change places when the first one is dead, so that it delays one question only', async () => {
    const [dead, second] = [await start(() => []), await start(good)];
    const resolver = resolverOf([dead, second], {}, systemClock);
    await resolver.ask(name, 'A', recordingStep());
    await resolver.ask('ldap.corp.example', 'A', recordingStep());
    expect(dead.queries.map((query) => query.name)).toEqual([name]);
  });
});

describe('servers that do not help', () => {
  it('are asked as often as the system is set to, without EDNS after the first time', async () => {
    const dead = await start(() => []);
    const answer = await resolverOf([dead], { ...short, attempts: 3 }).ask(name, 'A', recordingStep());
    expect(answer).toMatchObject({
      kind: 'no-answer',
      problem: { code: 'dns.server-unreachable', args: { server: dead.name } },
    });
    expect(dead.queries.map((query) => query.edns)).toEqual([true, false, false]);
  });

  it('answer late, but in time for a later try', async () => {
    let asked = 0;
    const lossy = await start((query) => (asked++ === 0 ? [] : good(query)));
    expect(await resolverOf([lossy], { timeout: 300, attempts: 5 }).ask(name, 'A', recordingStep())).toMatchObject({
      kind: 'found',
    });
  });

  it('are not asked again once they said that they cannot', async () => {
    const failing = await start((query) => [reply(query, { rcode: 2 })]);
    const answer = await resolverOf([failing], { attempts: 4 }).ask(name, 'A', recordingStep());
    expect(answer).toMatchObject({
      kind: 'server-failure',
      rcode: 'SERVFAIL',
      evidence: [`${failing.name}: SERVFAIL`],
    });
    expect(failing.queries).toHaveLength(1);
  });

  it('are each named, with what they did', async () => {
    const [silent, refused] = [await start(() => []), await closedPort()];
    const answer = await resolverOf([silent, refused], short).ask(name, 'A', recordingStep());
    if (answer.kind !== 'no-answer') throw new Error(answer.kind);
    const evidence = answer.problem.evidence.join('\n');
    expect(evidence).toContain(`${silent.name}: no answer in time`);
    expect(evidence).toMatch(new RegExp(`127.0.0.1:${refused.port}: .*ECONNREFUSED`));
  });

  it('are none when none is configured', async () => {
    expect(await resolverOf([]).ask(name, 'A', recordingStep())).toMatchObject({
      kind: 'no-answer',
      problem: { code: 'dns.server-unreachable' },
    });
  });

  it.each([
    ['a port', { address: '127.0.0.1', port: 0 }],
    ['an address', { address: 'not an address', port: 53 }],
  ])('do not answer where the settings name %s that is none', async (_, server) => {
    for (const useTcp of [false, true]) {
      const answer = await resolverOf([server], { useTcp }).ask(name, 'A', recordingStep());
      expect(answer).toMatchObject({ kind: 'no-answer', problem: { code: 'dns.server-unreachable' } });
    }
  });
});
