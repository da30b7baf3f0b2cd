import { afterEach, describe, expect, it } from 'vitest';
import { compareViews } from '../../../src/dns/index.ts';
import { resolverOf } from '../../fakes/dns-resolver.ts';
import {
  a,
  type FakeDnsServer,
  type FakeHandler,
  fakeDnsServer,
  mx,
  reply,
  zoneHandler,
} from '../../fakes/dns-server.ts';
import { recordingStep } from '../../fakes/recording-step.ts';

const servers: FakeDnsServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const address = { name: 'mail.corp.example', type: 'A' } as const;

async function compare(views: Record<string, FakeHandler>, questions: Parameters<typeof compareViews>[1] = [address]) {
  const known = await Promise.all(
    Object.entries(views).map(async ([name, handler]) => {
      const server = await fakeDnsServer(handler);
      servers.push(server);
      return { name, resolver: resolverOf([server]) };
    }),
  );
  const step = recordingStep();
  const differences = await compareViews(known, questions, step);
  step.end();
  return differences;
}

const at = (...addresses: string[]) => zoneHandler(addresses.map((one) => a('mail.corp.example', one)));

describe('views of DNS', () => {
  it('differ where one says something else, and each is told with what it says', async () => {
    expect(await compare({ inside: at('10.0.0.5'), outside: at('203.0.113.5') })).toEqual([
      {
        ...address,
        said: [
          { view: 'inside', text: '10.0.0.5' },
          { view: 'outside', text: '203.0.113.5' },
        ],
      },
    ]);
  });

  it('differ where one knows nothing', async () => {
    const [found] = await compare({ inside: at('10.0.0.5'), outside: at() });
    expect(found?.said).toEqual([
      { view: 'inside', text: '10.0.0.5' },
      { view: 'outside', text: 'nothing' },
    ]);
  });

  it('agree on the same records in another order', async () => {
    expect(await compare({ inside: at('10.0.0.5', '10.0.0.6'), outside: at('10.0.0.6', '10.0.0.5') })).toEqual([]);
  });

  it('are told apart by MX records, too', async () => {
    const gateway = (host: string) => zoneHandler([mx('corp.example', 10, host)]);
    const question = { name: 'corp.example', type: 'MX' } as const;
    const views = { inside: gateway('mail.corp.example'), outside: gateway('filter.test') };
    expect(await compare(views, [question])).toMatchObject([
      { said: [{ text: '10 mail.corp.example' }, { text: '10 filter.test' }] },
    ]);
  });

  it('are not compared with one that does not answer', async () => {
    expect(await compare({ inside: at('10.0.0.5'), outside: (query) => [reply(query, { rcode: 5 })] })).toEqual([]);
  });
});
