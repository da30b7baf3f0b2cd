import { expect, it } from 'vitest';
import { approvableDomain, loadPublicSuffixes } from '../../../src/chain/registrable.ts';
import { replay } from '../../../src/run/index.ts';
import { recordLabRun } from '../../fakes/lab-run.ts';

it.each([
  ['imap.hoster.example', 'hoster.example'],
  ['imap.eu.hoster.example', 'eu.hoster.example'],
  ['hoster.com', 'hoster.com'],
  ['hoster.co.uk', 'hoster.co.uk'],
  ['mail.hoster.co.uk', 'hoster.co.uk'],
  ['localhost', 'localhost'],
])('to trust %s, %s is approved, and never a domain that everybody can have names in', async (host, domain) => {
  expect(approvableDomain(host, await loadPublicSuffixes())).toBe(domain);
});

it('a domain that everybody can have names in is not approved, and nobody is given a password', async () => {
  const { chain, firstFailure, probes } = replay(
    await recordLabRun([], { goal: 'sign-in', approvedDomains: ['co.uk'] }),
  );
  expect(firstFailure?.code).toBe('input.invalid');
  expect(probes.find(({ id }) => id === 'dns.approved-domains')?.problem?.args).toMatchObject({ value: 'co.uk' });
  expect(chain.signIn).toBeNull();
});
