import { describe, expect, it } from 'vitest';
import { resolverOf } from '../../fakes/dns-resolver.ts';
import { a, type FakeQuery, fromZone, zoneHandler } from '../../fakes/dns-server.ts';
import { recordingStep } from '../../fakes/recording-step.ts';
import { temporaryServers } from './servers.ts';

const start = temporaryServers();
const name = 'mail.corp.example';
const zone = [a(name, '10.0.0.1')];

/** Answers only when it is told to. */
function gated() {
  let open = () => {};
  let asked = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const firstQuery = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const handler = async (query: FakeQuery) => {
    asked();
    await gate;
    return [fromZone(query, zone)];
  };
  return { handler, firstQuery, open: () => open() };
}

describe('one run', () => {
  it('puts the same question once, and says so where it is asked again', async () => {
    const server = await start(zoneHandler(zone));
    const resolver = resolverOf([server]);
    const [first, second] = [recordingStep(), recordingStep()];
    await resolver.ask(name, 'A', first);
    expect(await resolver.ask('Mail.Corp.Example.', 'A', second)).toMatchObject({ records: ['10.0.0.1'] });
    expect(server.queries).toHaveLength(1);
    expect(second.exchanges).toEqual([`dns ${name} A: NOERROR 10.0.0.1 (ttl 300) from ${server.name}, asked before`]);
  });

  it('shares a question that is on its way', async () => {
    const { handler, firstQuery, open } = gated();
    const server = await start(handler);
    const resolver = resolverOf([server]);
    const answers = [resolver.ask(name, 'A', recordingStep()), resolver.ask(name, 'A', recordingStep())];
    await firstQuery;
    open();
    for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ kind: 'found' });
    expect(server.queries).toHaveLength(1);
  });

  it('goes on with a shared question when the one who asked first gives up', async () => {
    const { handler, firstQuery, open } = gated();
    const resolver = resolverOf([await start(handler)]);
    const leaving = recordingStep();
    // The probe ends, not the run.
    const first = resolver.ask(name, 'A', { ...leaving, runSignal: recordingStep().runSignal });
    const second = resolver.ask(name, 'A', recordingStep());
    await firstQuery;
    leaving.end();
    expect(await first).toMatchObject({ kind: 'no-answer', problem: { code: 'run.cancelled' } });
    open();
    expect(await second).toMatchObject({ kind: 'found' });
  });

  it('may ask again what everybody gave up', async () => {
    const { handler, firstQuery } = gated();
    let silent = true;
    const server = await start((query) => {
      if (!silent) return [fromZone(query, zone)];
      void handler(query);
      return [];
    });
    const resolver = resolverOf([server]);
    const leaving = recordingStep();
    const first = resolver.ask(name, 'A', { ...leaving, runSignal: recordingStep().runSignal });
    await firstQuery;
    leaving.end();
    await first;
    silent = false;
    expect(await resolver.ask(name, 'A', recordingStep())).toMatchObject({ kind: 'found' });
  });

  it('leaves no socket when it is cancelled', async () => {
    const server = await start(() => []);
    const step = recordingStep();
    await expect.poll(openSockets).toBe(1);
    const answers = ['a.example', 'b.example'].map((each) => resolverOf([server]).ask(each, 'A', step));
    expect(openSockets()).toBe(3);
    step.end();
    await Promise.all(answers);
    await expect.poll(openSockets).toBe(1);
  });
});

function openSockets(): number {
  // Missing in the type definitions of the oldest runtime, not in the runtime.
  const { getActiveResourcesInfo } = process as NodeJS.Process & { getActiveResourcesInfo(): string[] };
  return getActiveResourcesInfo().filter((kind) => kind.startsWith('UDP')).length;
}
