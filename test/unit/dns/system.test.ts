import { describe, expect, it } from 'vitest';
import { compareWithSystem, type ResolvedName, systemLookup } from '../../../src/dns/index.ts';
import { recordingStep } from '../../fakes/recording-step.ts';

const resolved: ResolvedName = {
  asked: 'mail',
  fqdn: 'mail.corp.example',
  addresses: ['10.0.0.1', 'fd00::1'],
  canonicalNames: [],
  suffix: null,
  candidates: [],
};

describe('the resolver of the operating system', () => {
  it('is asked as other programs ask it', async () => {
    const step = recordingStep();
    const { addresses, error } = await systemLookup('localhost', step);
    expect(error).toBeNull();
    expect(addresses.some((address) => address === '127.0.0.1' || address === '::1')).toBe(true);
    expect(step.exchanges).toEqual([`system localhost: ${addresses.join(', ')}`]);
  });

  it('says which error it had', async () => {
    const { addresses, error } = await systemLookup('a name that cannot be', recordingStep());
    expect(addresses).toEqual([]);
    expect(error).toMatch(/^E/);
  });

  it('is not waited for after the end, and then says nothing', async () => {
    const step = recordingStep();
    step.end();
    const answer = await systemLookup('mail.corp.example', step);
    expect(answer).toEqual({ addresses: [], error: 'no answer in time' });
    expect(compareWithSystem(resolved, answer)).toBeNull();
  });

  it('agrees when it names one of the addresses', () => {
    expect(compareWithSystem(resolved, { addresses: ['10.0.0.1'], error: null })).toBeNull();
  });

  it('disagrees when it names others, or none', () => {
    const other = compareWithSystem(resolved, { addresses: ['127.0.1.1'], error: null });
    expect(other).toMatchObject({
      code: 'dns.disagreement',
      args: { name: 'mail', ours: '10.0.0.1, fd00::1', theirs: '127.0.1.1' },
    });
    expect(compareWithSystem(resolved, { addresses: [], error: 'ENOTFOUND' })).toMatchObject({
      args: { theirs: 'ENOTFOUND' },
    });
  });

  it('is not compared where an address was given', () => {
    const address = { ...resolved, fqdn: '10.0.0.1', addresses: ['10.0.0.1'] };
    expect(compareWithSystem(address, { addresses: [], error: 'ENOTFOUND' })).toBeNull();
  });
});
