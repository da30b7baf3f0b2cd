import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runChain } from '../../../src/chain/index.ts';
import type { ChainRequest } from '../../../src/chain/request.ts';
import { times } from '../../../src/core/index.ts';
import { type Report, type RunEvent, replay } from '../../../src/run/index.ts';
import { type FakeDnsServer, fakeDnsServer } from '../../fakes/dns-server.ts';
import { aRequest } from '../../fakes/request.ts';

let dns: FakeDnsServer;

beforeEach(async () => {
  dns = await fakeDnsServer(() => []);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(async () => {
  vi.useRealTimers();
  await dns.close();
});

/** A run in a world that swallows everything. → its report, and how long it took on the virtual clock, in milliseconds */
async function discover(changes: Partial<ChainRequest>): Promise<{ report: Report; took: number }> {
  const request = aRequest({
    goal: 'discover',
    server: null,
    user: null,
    dns: [{ address: dns.address, port: dns.port }],
    search: [],
    timeout: times.run,
    ...changes,
  });
  const events: RunEvent[] = [];
  let ended = false;
  const all = (async () => {
    const secrets = { password: 'secret-pass', relayPassword: null };
    for await (const event of runChain(request, secrets, 'test', new AbortController().signal)) events.push(event);
    ended = true;
  })();
  let took = 0;
  const finished = () => new Set(events.flatMap((event) => (event.type === 'probe-finished' ? [event.probe] : [])));
  const own = ['os.dns', 'os.trust', 'dns.approved-domains'];
  let seen = 0;
  let turns = 0;
  while (!ended) {
    // Reading this machine's files takes as long as it takes, so meanwhile the clock goes on only after something has happened.
    const isReading = !own.every((id) => finished().has(id));
    turns = events.length === seen ? turns + 1 : 0;
    seen = events.length;
    const step = isReading ? (turns < 20 ? times.heavyWork : 0) : 50;
    await vi.advanceTimersByTimeAsync(step);
    took += step;
    await new Promise((resolve) => setImmediate(resolve));
  }
  await all;
  return { report: replay(events), took };
}

describe('a search for settings where nobody answers', () => {
  it('ends within its bound, and says that nothing was found', async () => {
    const { report, took } = await discover({ destination: 'alice@corp.example' });
    expect(took).toBeLessThanOrEqual(times.discovery);
    expect(report.outcome).toBe('failed');
    expect(report.firstFailure).not.toBeNull();
  });

  it('shows what it has, such as what the program itself knows of a provider', async () => {
    const { report, took } = await discover({ destination: 'alice@gmail.com' });
    expect(took).toBeLessThanOrEqual(times.discovery);
    expect(report.chain.settings?.provider).toMatchObject([{ trust: 'shipped' }]);
    expect(report.chain.settings?.servers.length).toBeGreaterThan(0);
  });

  it('ends within it also for somebody who signs in, without having sent a password', async () => {
    const { report, took } = await discover({ destination: 'alice@gmail.com', user: 'alice@corp.example' });
    expect(took).toBeLessThanOrEqual(times.discovery);
    expect(report.chain.settings?.servers.length).toBeGreaterThan(0);
    expect(report.chain.signIn?.outcome ?? 'not-checked').toBe('not-checked');
  });
});
