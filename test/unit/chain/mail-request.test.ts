import { describe, expect, it } from 'vitest';
import { draftOf, envelopeOf, permissionQuestions } from '../../../src/chain/mail-request.ts';
import type { ChainRequest } from '../../../src/chain/request.ts';
import type { Account } from '../../../src/directory/index.ts';
import { aRequest } from '../../fakes/request.ts';

const account: Account = {
  dn: 'CN=Alice,DC=corp,DC=example',
  displayName: 'Alice',
  mail: 'alice.smith@corp.example',
  aliases: [],
  userPrincipalName: 'alice@corp.example',
  samAccountName: 'alice',
  homeServer: null,
  passwordExpiresAt: null,
  lastBadPasswordAt: null,
  badPasswordCount: null,
};

function envelope(changes: Partial<ChainRequest>, known: Account | null = account) {
  const result = envelopeOf(aRequest(changes), known);
  if (!result.ok) return result.error.code;
  const { sender, recipients } = result.value;
  return [sender.text, ...recipients.map(({ text }) => text)];
}

describe('the envelope of the test message', () => {
  it.each([
    [
      'goes from the account’s address to the recipients',
      { to: ['bob@partner.example'] },
      account,
      ['alice.smith@corp.example', 'bob@partner.example'],
    ],
    ['goes to oneself when nobody was named', {}, account, ['alice.smith@corp.example', 'alice.smith@corp.example']],
    [
      'has the sender that was asked for',
      { from: 'team@corp.example' },
      account,
      ['team@corp.example', 'team@corp.example'],
    ],
    ['falls back to the sign-in name', {}, null, ['alice@corp.example', 'alice@corp.example']],
    [
      'falls back to the relay’s user',
      { user: null, relayUser: 'r@corp.example' },
      null,
      ['r@corp.example', 'r@corp.example'],
    ],
    ['cannot be made without any address', { user: 'alice' }, null, 'input.invalid'],
    ['takes no address that could end a command', { to: ['x@y.z>\r\nRCPT TO:<e@e'] }, account, 'input.invalid'],
  ])('%s', (_, changes, known, expected) => {
    expect(envelope(changes, known)).toEqual(expected);
  });
});

describe('what the relay is asked', () => {
  function questions(changes: Partial<ChainRequest>) {
    const request = aRequest(changes);
    const result = envelopeOf(request, account);
    if (!result.ok) throw new Error(result.error.code);
    return permissionQuestions(request, result.value).map(({ address, scope }) => [address.text, scope]);
  }

  it('is about one insider and every outsider', () => {
    expect(questions({ to: ['bob@partner.example', 'carol@corp.example'] })).toEqual([
      ['carol@corp.example', 'internal'],
      ['bob@partner.example', 'external'],
    ]);
  });

  it('is about an address that nobody reads, when no outsider was named', () => {
    expect(questions({})[1]).toEqual(['waypost-relay-check@example.com', 'external']);
    expect(questions({ goal: 'send' })).toHaveLength(1);
  });
});

it('a message that was not described says what it is', () => {
  const request = aRequest({});
  const result = envelopeOf(request, account);
  const draft = result.ok ? draftOf(request, result.value, 'pc7.corp.example') : null;
  expect(draft?.subject).toBe('Test message from Waypost');
  expect(draft?.text).toContain('on behalf of alice.smith@corp.example');
});
