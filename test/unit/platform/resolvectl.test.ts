import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ResolvedLink } from '../../../src/platform/linux/links.ts';
import { parseResolvectl } from '../../../src/platform/linux/resolvectl.ts';
import { fixture } from './recorded-machine.ts';

const wifi = { source: 'link wlp0s20f3', port: 53 };
const EXPECTED: ResolvedLink[] = [
  {
    name: null,
    servers: [{ address: '10.1.0.53', port: 5353, source: 'systemd-resolved settings' }],
    domains: [{ domain: 'corp.example', routeOnly: false }],
  },
  {
    name: 'wlp0s20f3',
    servers: ['192.168.1.1', 'fe80::1%2', '2001:db8::1'].map((address) => ({ address, ...wifi })),
    domains: [{ domain: 'cafe.example', routeOnly: false }],
  },
  { name: 'docker0', servers: [], domains: [] },
  {
    name: 'tun0',
    servers: [{ address: '10.8.0.1', port: 53, source: 'link tun0' }],
    domains: [
      { domain: '.', routeOnly: true },
      { domain: 'partner.example', routeOnly: true },
      { domain: 'vpn.example', routeOnly: false },
    ],
  },
];

describe('systemd-resolved', () => {
  test('tells the same in words and in JSON', () => {
    expect(parseResolvectl(fixture('linux/resolvectl-252.txt'))).toEqual(EXPECTED);
    expect(parseResolvectl(fixture('linux/resolvectl-258.json'))).toEqual(EXPECTED);
  });

  test('may print its JSON as one object a line', () => {
    const lines = (JSON.parse(fixture('linux/resolvectl-258.json')) as unknown[]).map((link) => JSON.stringify(link));
    expect(parseResolvectl(`${lines.join('\n')}\n`)).toEqual(EXPECTED);
  });

  test('may print its JSON in many lines', () => {
    const pretty = JSON.stringify(JSON.parse(fixture('linux/resolvectl-258.json')), null, 8);
    expect(parseResolvectl(pretty)).toEqual(EXPECTED);
  });

  test('of 2018 lists its values below each other', () => {
    const [, link] = parseResolvectl(fixture('linux/resolvectl-237.txt'));
    expect(link?.servers.map(({ address }) => address)).toEqual(['10.1.0.53', '2001:db8::53']);
    expect(link?.domains).toEqual([
      { domain: 'corp.example', routeOnly: false },
      { domain: 'sub.example', routeOnly: true },
    ]);
  });

  test.each(['', '\n', 'Failed to get global data: Unit dbus-org.freedesktop.resolve1.service not found.', '[', '{}{'])(
    'that prints %j tells about no link by name',
    (output) => {
      expect(parseResolvectl(output).filter(({ name }) => name !== null)).toEqual([]);
    },
  );

  test('never breaks the reader', () => {
    const line = fc.oneof(
      fc.constantFrom('Global', 'Link 2 (eth0)', '   DNS Servers: x', '   DNS Domain: ~.'),
      fc.string(),
    );
    fc.assert(fc.property(fc.array(line), (lines) => void parseResolvectl(lines.join('\n'))));
    fc.assert(fc.property(fc.json(), (json) => void parseResolvectl(json)));
  });
});
