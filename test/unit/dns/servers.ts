import { afterEach } from 'vitest';
import { type FakeDnsServer, type FakeHandler, fakeDnsServer } from '../../fakes/dns-server.ts';

/** Starts name servers that are gone after the test. */
export function temporaryServers(): (handler: FakeHandler) => Promise<FakeDnsServer> {
  const running: FakeDnsServer[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.close()));
  });
  return async (handler) => {
    const server = await fakeDnsServer(handler);
    running.push(server);
    return server;
  };
}
