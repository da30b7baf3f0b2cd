import { expect, it } from 'vitest';
import { approvableDomain, loadPublicSuffixes } from '../../../src/chain/registrable.ts';

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
