import type { Answer } from 'dns-packet';
import fc from 'fast-check';

const edge = fc.constantFrom(...'abcxyz019_');
const label = fc.tuple(edge, fc.string({ unit: fc.constantFrom(...'abcxyz019_-'), maxLength: 20 }), edge);

/** Full names in the form that the resolver uses. */
export const domainName = fc
  .tuple(
    fc.array(
      label.map((parts) => parts.join('')),
      { minLength: 1, maxLength: 5 },
    ),
    fc.constantFrom('example', 'test'),
  )
  .map(([labels, tld]) => [...labels, tld].join('.'));

const short = fc.integer({ min: 0, max: 0xffff });
const ttl = fc.integer({ min: 0, max: 0x7fff_ffff });
const ipv4 = fc.ipV4();
const ipv6 = fc
  .array(short, { minLength: 8, maxLength: 8 })
  .map((parts) => parts.map((part) => part.toString(16)).join(':'));

export const answerRecord: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ type: fc.constant('A' as const), name: domainName, ttl, data: ipv4 }),
  fc.record({ type: fc.constant('AAAA' as const), name: domainName, ttl, data: ipv6 }),
  fc.record({ type: fc.constant('CNAME' as const), name: domainName, ttl, data: domainName }),
  fc.record({
    type: fc.constant('MX' as const),
    name: domainName,
    ttl,
    data: fc.record({ preference: short, exchange: domainName }),
  }),
  fc.record({
    type: fc.constant('SRV' as const),
    name: domainName,
    ttl,
    data: fc.record({ priority: short, weight: short, port: short, target: domainName }),
  }),
);
