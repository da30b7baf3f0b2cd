import { isIP } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decoratedServer } from '../../../src/platform/servers.ts';

test.each([
  ['10.1.0.53', '10.1.0.53', 53],
  ['10.1.0.53:5353', '10.1.0.53', 5353],
  ['10.1.0.53:853#dns.corp.example', '10.1.0.53', 853],
  ['2001:db8::1', '2001:db8::1', 53],
  ['[2001:db8::1]:5353', '2001:db8::1', 5353],
  ['fe80::1%2', 'fe80::1%2', 53],
  ['[fe80::1]:53%2#dns.corp.example', 'fe80::1%2', 53],
])('the server %s is asked at %s, port %i', (written, address, port) => {
  expect(decoratedServer(written, 'test')).toEqual({ address, port, source: 'test' });
});

test.each(['', 'n/a', 'dns.corp.example', '10.1.0.300', '10.1.0.53:0', '10.1.0.53:70000', '[10.1.0.53', '[]:53'])(
  '%j is no server',
  (written) => {
    expect(decoratedServer(written, 'test')).toBeNull();
  },
);

test('whatever is written, a server that is taken has an address and a port', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), fc.string({ maxLength: 8 }), (start, end) => {
      const server = decoratedServer(`${start}${end}`, 'test');
      if (server === null) return;
      expect(isIP(server.address)).toBeGreaterThan(0);
      expect(server.port).toBeGreaterThan(0);
      expect(server.port).toBeLessThan(65536);
    }),
  );
});
