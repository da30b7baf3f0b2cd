import { describe, expect, it } from 'vitest';
import { resolverOf } from '../../fakes/dns-resolver.ts';
import { a, cname, reply, soa, zoneHandler } from '../../fakes/dns-server.ts';
import { recordingStep } from '../../fakes/recording-step.ts';
import { temporaryServers } from './servers.ts';

const start = temporaryServers();
const name = 'mail.corp.example';

describe('aliases', () => {
  it('are followed inside an answer', async () => {
    const server = await start(
      zoneHandler([cname(name, 'a.example'), cname('a.example', 'b.example'), a('b.example', '10.0.0.2', 60)]),
    );
    expect(await resolverOf([server]).ask(name, 'A', recordingStep())).toMatchObject({
      records: ['10.0.0.2'],
      canonicalName: 'b.example',
      canonicalNames: ['a.example', 'b.example'],
    });
    expect(server.queries).toHaveLength(1);
  });

  it('are followed by a further question when the answer leaves them open', async () => {
    const server = await start((query) => [
      reply(query, {
        answers: query.name === name ? [cname(name, 'host.other.example')] : [a(query.name, '10.0.0.3')],
      }),
    ]);
    const answer = await resolverOf([server]).ask(name, 'A', recordingStep());
    expect(answer).toMatchObject({ records: ['10.0.0.3'], canonicalName: 'host.other.example' });
    expect(server.queries.map((query) => query.name)).toEqual([name, 'host.other.example']);
  });

  it('that end at a name without the record give no data', async () => {
    const server = await start((query) => [
      reply(query, { answers: [cname(name, 'host.example')], authorities: [soa('example')] }),
    ]);
    expect(await resolverOf([server]).ask(name, 'AAAA', recordingStep())).toMatchObject({ kind: 'no-data' });
    expect(server.queries).toHaveLength(1);
  });

  it('that end nowhere, even when asked for themselves, give no data', async () => {
    const server = await start((query) => [
      reply(query, { answers: query.name === name ? [cname(name, 'host.example')] : [] }),
    ]);
    expect(await resolverOf([server]).ask(name, 'A', recordingStep())).toMatchObject({ kind: 'no-data' });
    expect(server.queries).toHaveLength(2);
  });

  it.each([
    ['that point at themselves', [cname(name, name)]],
    ['that go round', [cname(name, 'a.example'), cname('a.example', name)]],
    [
      'of more than ten steps',
      Array.from({ length: 12 }, (_, i) => cname(i === 0 ? name : `n${i}.example`, `n${i + 1}.example`)),
    ],
  ])('%s are a loop', async (_, answers) => {
    const server = await start((query) => [reply(query, { answers })]);
    expect(await resolverOf([server]).ask(name, 'A', recordingStep())).toMatchObject({ kind: 'cname-loop' });
  });

  it('that never end over several answers are a loop', async () => {
    const server = await start((query) => [reply(query, { answers: [cname(query.name, `x.${query.name}`)] })]);
    expect(await resolverOf([server]).ask(name, 'A', recordingStep())).toMatchObject({ kind: 'cname-loop' });
    expect(server.queries.length).toBeLessThanOrEqual(11);
  });

  it('to a name of one label lead nowhere', async () => {
    const server = await start((query) => [
      reply(query, { answers: [cname(name, 'intranet'), a('intranet', '10.6.6.6')] }),
    ]);
    expect(await resolverOf([server]).ask(name, 'A', recordingStep())).toMatchObject({ kind: 'no-such-name' });
  });
});
