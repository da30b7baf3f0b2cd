import { describe, expect, it } from 'vitest';
import { isValidating } from '../../../src/chain/validating.ts';

describe('a DNS server’s word about DNSSEC', () => {
  it.each(['127.0.0.1:53', '127.0.0.53:53', '[::1]:53'])('counts from this machine (%s)', (server) => {
    expect(isValidating(server, [])).toBe(true);
  });

  it.each(['10.0.0.53:53', '[2001:db8::1]:53', '10.127.0.1:53', null])(
    'does not count from elsewhere (%s)',
    (server) => {
      expect(isValidating(server, ['10.0.0.5'])).toBe(false);
    },
  );

  it('counts from elsewhere when somebody says so', () => {
    expect(isValidating('10.0.0.53:5353', ['10.0.0.53'])).toBe(true);
    expect(isValidating('[2001:db8::1]:53', ['2001:db8::1'])).toBe(true);
  });
});
