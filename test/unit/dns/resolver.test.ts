import { AUTHENTIC_DATA, TRUNCATED_RESPONSE } from 'dns-packet';
import { describe, expect, it } from 'vitest';
import { resolverOf } from '../../fakes/dns-resolver.ts';
import { a, aaaa, reply, srv, zoneHandler } from '../../fakes/dns-server.ts';
import { recordingStep } from '../../fakes/recording-step.ts';
import { temporaryServers } from './servers.ts';

const start = temporaryServers();
const name = 'mail.corp.example';
const good = a(name, '10.0.0.1');

describe('a resolver', () => {
  it('finds records, and tells what was asked and answered', async () => {
    const server = await start(zoneHandler([good]));
    const step = recordingStep();
    const answer = await resolverOf([server]).ask('MAIL.corp.example.', 'A', step);
    expect(answer).toMatchObject({
      kind: 'found',
      records: ['10.0.0.1'],
      ttl: 300,
      server: server.name,
      canonicalName: null,
    });
    expect(step.exchanges).toEqual([`dns ${name} A: NOERROR 10.0.0.1 (ttl 300)`]);
  });

  it('tells a name that does not exist from one that lacks the record', async () => {
    const resolver = resolverOf([await start(zoneHandler([good]))]);
    expect(await resolver.ask('none.corp.example', 'A', recordingStep())).toMatchObject({ kind: 'no-such-name' });
    expect(await resolver.ask(name, 'AAAA', recordingStep())).toMatchObject({ kind: 'no-data' });
  });

  it('passes on that the server vouches for the answer', async () => {
    const server = await start((query) => [reply(query, { flags: AUTHENTIC_DATA, answers: [good] })]);
    expect(await resolverOf([server]).ask(name, 'A', recordingStep())).toMatchObject({ authenticated: true });
  });

  it('never puts a name of one label to a server', async () => {
    const server = await start(zoneHandler([a('mail', '10.6.6.6')]));
    const resolver = resolverOf([server]);
    for (const asked of ['mail', 'mail.', '.', '', 'not a name']) {
      expect(await resolver.ask(asked, 'A', recordingStep())).toMatchObject({ kind: 'no-such-name', server: null });
    }
    expect(server.queries).toEqual([]);
  });

  it('asks from another port and with another id each time', async () => {
    const server = await start(zoneHandler([good]));
    const resolver = resolverOf([server]);
    await Promise.all(Array.from({ length: 30 }, (_, i) => resolver.ask(`h${i}.corp.example`, 'A', recordingStep())));
    expect(new Set(server.queries.map((query) => query.id)).size).toBeGreaterThan(25);
    expect(new Set(server.queries.map((query) => query.port)).size).toBeGreaterThan(25);
  });

  it('takes addresses of other names from the additional section as hints only', async () => {
    const target = 'dc1.corp.example';
    const server = await start((query) => [
      reply(query, {
        answers: [srv(query.name, target, 389)],
        additionals: [a(target, '10.0.0.5'), aaaa(target, 'fd00::5')],
      }),
    ]);
    const answer = await resolverOf([server]).ask('_ldap._tcp.corp.example', 'SRV', recordingStep());
    expect(answer.kind === 'found' && answer.additional.get(target)).toEqual(['10.0.0.5', 'fd00::5']);
  });

  it('does not look at records that nobody asked for', async () => {
    const server = await start((query) => [
      reply(query, { answers: [a('bank.example', '10.6.6.6'), good, a('other.corp.example', '10.6.6.7')] }),
    ]);
    const resolver = resolverOf([server]);
    expect(await resolver.ask(name, 'A', recordingStep())).toMatchObject({ records: ['10.0.0.1'] });
    await resolver.ask('bank.example', 'A', recordingStep());
    expect(server.queries.map((query) => query.name)).toEqual([name, 'bank.example']);
  });

  it('asks over TCP when the answer was cut, and counts two round trips for that', async () => {
    const many = Array.from({ length: 500 }, (_, i) => a(name, `10.1.${i >> 8}.${i & 255}`));
    const server = await start((query) => [
      query.transport === 'tcp'
        ? reply(query, { answers: many })
        : reply(query, { flags: TRUNCATED_RESPONSE, answers: [good] }),
    ]);
    const trips: number[] = [];
    const step = recordingStep();
    const counted = {
      ...step,
      exchange:
        (_: string, __: string, ___: string, n = 1) =>
        (_answered: string, m = n) =>
          void trips.push(m),
    };
    const answer = await resolverOf([server]).ask(name, 'A', counted);
    expect(answer.kind === 'found' && answer.records).toHaveLength(500);
    expect(trips).toEqual([1, 2]);
  });

  it('asks over TCP from the start when the system is set so', async () => {
    const server = await start(zoneHandler([good]));
    expect(await resolverOf([server], { useTcp: true }).ask(name, 'A', recordingStep())).toMatchObject({
      kind: 'found',
    });
    expect(server.queries.map((query) => query.transport)).toEqual(['tcp']);
  });

  it('does not believe an answer over TCP to another question', async () => {
    const server = await start((query) => [
      query.transport === 'tcp'
        ? reply(query, { id: query.id ^ 1, answers: [good] })
        : reply(query, { flags: TRUNCATED_RESPONSE }),
    ]);
    expect(await resolverOf([server]).ask(name, 'A', recordingStep())).toMatchObject({ kind: 'no-answer' });
  });

  it('asks again without EDNS when a server cannot read it', async () => {
    const server = await start((query) => [
      query.edns ? reply(query, { rcode: 1, questions: [] }) : reply(query, { answers: [good] }),
    ]);
    expect(await resolverOf([server]).ask(name, 'A', recordingStep())).toMatchObject({ kind: 'found' });
    expect(server.queries.map((query) => query.edns)).toEqual([true, false]);
  });

  it('reports a server that refuses every query', async () => {
    const server = await start((query) => [reply(query, { rcode: 1 })]);
    const answer = await resolverOf([server]).ask(name, 'A', recordingStep());
    expect(answer).toMatchObject({ kind: 'server-failure', rcode: 'FORMERR', server: server.name });
  });

  it('takes a mere referral for no help', async () => {
    const lame = await start((query) => [
      Buffer.from(
        reply(query, { authorities: [{ type: 'NS', name: 'example', data: 'ns.example' }] }).map((byte, i) =>
          i === 3 ? 0 : byte,
        ),
      ),
    ]);
    expect(await resolverOf([lame]).ask(name, 'A', recordingStep())).toMatchObject({
      kind: 'server-failure',
      rcode: 'referral',
    });
  });
});
