import { describe, expect, it } from 'vitest';
import { makeRequest } from '../../../src/cli/request/index.ts';

describe('a request to discover', () => {
  it('waits for every source where it is explained to an administrator, and else only for those that can win', async () => {
    const asked = { goal: 'discover', destination: 'corp.example' } as const;
    expect(await makeRequest(asked, { explain: true })).toMatchObject({ hearAll: true });
    expect(await makeRequest(asked, {})).not.toHaveProperty('hearAll');
  });
});
