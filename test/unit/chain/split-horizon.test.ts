import { afterEach, describe, expect, it } from 'vitest';
import type { ChainPorts, ChainProbe } from '../../../src/chain/ports.ts';
import { splitHorizon } from '../../../src/chain/probes/split-horizon.ts';
import { registeredPorts } from '../../../src/chain/request.ts';
import { createAttemptBudget, passed, systemClock } from '../../../src/core/index.ts';
import { nodeRecorder } from '../../../src/platform/index.ts';
import { defineProbe, type RunEvent, replay, runPlan } from '../../../src/run/index.ts';
import { resolverOf } from '../../fakes/dns-resolver.ts';
import { a, type FakeDnsServer, fakeDnsServer, mx, zoneHandler } from '../../fakes/dns-server.ts';
import { aRequest } from '../../fakes/request.ts';

const servers: FakeDnsServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const told = <T>(id: string, value: T): ChainProbe<T> =>
  defineProbe({ id, deadline: 1_000, run: async (_: object, _ports: ChainPorts) => passed(value) });

/** A DNS server that says where mail for corp.example goes. */
async function saying(gateway: string): Promise<FakeDnsServer> {
  const server = await fakeDnsServer(
    zoneHandler([mx('corp.example', 10, gateway), a('dc1.corp.example', '127.0.0.1')]),
  );
  servers.push(server);
  return server;
}

/** What is found out about three views of DNS: the system's, the domain controllers', and a public one. */
async function compare(ofSystem: FakeDnsServer, ofControllers: FakeDnsServer, open: FakeDnsServer) {
  const settings = told('os.dns', { resolver: resolverOf([ofSystem]) });
  const question = { address: 'alice@corp.example', localPart: 'alice', domain: 'corp.example' };
  const search = told('settings.search', { question });
  const named = told('settings.named', []);
  const target = { host: 'dc1.corp.example', port: 389, priority: 0, weight: 0, addresses: ['127.0.0.1'] };
  const records = told('dc.records', { named: [{ target, site: null }] });
  const request = aRequest({
    ports: { ...registeredPorts, dns: ofControllers.port },
    compareDns: [{ address: open.address, port: open.port }],
  });
  const views = splitHorizon(request, { settings, search, named }, records);
  const ports: ChainPorts = {
    clock: systemClock,
    recorder: nodeRecorder(),
    password: null,
    relayPassword: null,
    attempts: createAttemptBudget(),
  };
  const header = { run: 'r', waypost: '0', request: { goal: 'discover', options: {} }, timeout: 60_000 } as const;
  const plan = [settings, search, named, records, views];
  const events: RunEvent[] = [];
  for await (const event of runPlan(plan, ports, new AbortController().signal, header)) events.push(event);
  return replay(events).probes.find(({ id }) => id === views.id);
}

describe('split horizon', () => {
  it('is told where the domain controllers, the system and a public server each say something else', async () => {
    const found = await compare(
      await saying('mail.corp.example'),
      await saying('mail.ad.corp.example'),
      await saying('filter.test'),
    );
    expect(found).toMatchObject({
      outcome: 'warned',
      problems: [{ code: 'settings.split-horizon', args: { domain: 'corp.example', names: 'corp.example' } }],
    });
    expect(found?.problems[0]?.evidence).toEqual([
      'DNS of this system: corp.example MX 10 mail.corp.example',
      'DNS of the domain controllers: corp.example MX 10 mail.ad.corp.example',
      'DNS given with --compare-dns: corp.example MX 10 filter.test',
    ]);
  });

  it('is none where all three agree', async () => {
    const [first, second, third] = await Promise.all(Array.from({ length: 3 }, () => saying('mail.corp.example')));
    if (!first || !second || !third) throw new Error('three servers');
    expect(await compare(first, second, third)).toMatchObject({ outcome: 'passed', problems: [] });
  });
});
