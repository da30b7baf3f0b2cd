import { describe, expect, it } from 'vitest';
import { resolverOf } from '../../fakes/dns-resolver.ts';
import { a, type FakeQuery, reply } from '../../fakes/dns-server.ts';
import { recordingStep } from '../../fakes/recording-step.ts';
import { temporaryServers } from './servers.ts';

// Somebody who does not see the query sends answers that only look like one, before the server's own arrives. None of
// them may be believed, and none may end the wait for the true one.

const start = temporaryServers();
const name = 'mail.corp.example';
const truth = (query: FakeQuery) => reply(query, { answers: [a(name, '10.0.0.1')] });
const lie = (query: FakeQuery, parts: Parameters<typeof reply>[1] = {}) =>
  reply(query, { answers: [a(name, '10.6.6.6')], ...parts });

async function ask(server: { address: string; port: number }) {
  const step = recordingStep();
  return { answer: await resolverOf([server]).ask(name, 'A', step), step };
}

describe('an answer that is not to our question is ignored, and the true one waited for', () => {
  it.each<[string, (query: FakeQuery) => Buffer]>([
    ['with another id', (query) => lie(query, { id: (query.id + 1) & 0xffff })],
    ['about another name', (query) => lie(query, { questions: [{ type: 'A', name: 'mail.evil.example' }] })],
    ['about another type', (query) => lie(query, { questions: [{ type: 'MX', name }] })],
    ['that is a query', (query) => lie(query, { type: 'query' })],
    ['of garbage', () => Buffer.from('\u0000\u0001\u0002 this is no DNS message at all')],
    ['of nothing', () => Buffer.alloc(0)],
    ['with the right start and a cut end', (query) => truth(query).subarray(0, -3)],
    ['with an impossible count', (query) => Buffer.from(lie(query).map((byte, i) => (i === 6 ? 0xff : byte)))],
  ])('%s', async (_, forged) => {
    const server = await start((query) => [forged(query), truth(query)]);
    const { answer, step } = await ask(server);
    expect(answer).toMatchObject({ kind: 'found', records: ['10.0.0.1'] });
    expect(step.lines).toHaveLength(1);
    expect(step.lines[0]).toMatch(/bytes that do not answer mail\.corp\.example A were ignored/);
  });

  it('from another port', async () => {
    const server = await start(async (query) => {
      await query.sendFromElsewhere(lie(query));
      return [truth(query)];
    });
    expect((await ask(server)).answer).toMatchObject({ records: ['10.0.0.1'] });
  });

  it('many times over: then the question goes over TCP', async () => {
    const server = await start((query) =>
      query.transport === 'tcp'
        ? [truth(query)]
        : Array.from({ length: 64 }, (_, i) => lie(query, { id: (query.id + 1 + i) & 0xffff })),
    );
    expect((await ask(server)).answer).toMatchObject({ records: ['10.0.0.1'] });
    expect(server.queries.map((query) => query.transport)).toEqual(['udp', 'tcp']);
  });
});
