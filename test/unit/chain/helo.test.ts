import { describe, expect, it } from 'vitest';
import { fullHostName, heloName } from '../../../src/chain/helo.ts';

describe('how this client introduces itself', () => {
  it.each([
    ['pc7', 'corp.example', 'pc7.corp.example'],
    ['PC7.Corp.Example', null, 'pc7.corp.example'],
    ['pc7.corp.example', 'other.example', 'pc7.corp.example'],
    ['pc7', null, '[127.0.0.1]'],
    ['pc 7\r\nMAIL FROM:<x>', 'corp.example', '[127.0.0.1]'],
    ['my_pc', 'corp.example', '[127.0.0.1]'],
    ['', 'corp.example', '[127.0.0.1]'],
  ])('as %j in domain %j: %s', (hostname, domain, expected) => {
    expect(heloName(hostname, domain)).toBe(expected);
  });

  it('has no full name when nothing gives it a domain', () => {
    expect(fullHostName('pc7', null)).toBeNull();
  });
});
