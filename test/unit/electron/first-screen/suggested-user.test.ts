import { expect, it } from 'vitest';
import { suggestedUser } from '../../../../electron/first-screen/suggested-user.ts';

const none = { env: {}, username: '' };

it('suggests the domain account that somebody signed in to Windows with', () => {
  const env = { USERNAME: 'alice', USERDNSDOMAIN: 'CORP.EXAMPLE' };
  expect(suggestedUser({ platform: 'win32', env, username: 'alice' })).toBe('alice@corp.example');
});

it('suggests a full name of a joined Linux', () => {
  expect(suggestedUser({ ...none, platform: 'linux', username: 'alice@corp.example' })).toBe('alice@corp.example');
});

it('suggests nothing for a local account', () => {
  expect(suggestedUser({ ...none, platform: 'linux', username: 'alice' })).toBe('');
  expect(suggestedUser({ ...none, platform: 'darwin', username: 'alice' })).toBe('');
  expect(suggestedUser({ ...none, platform: 'win32', env: { USERNAME: 'alice' } })).toBe('');
});
