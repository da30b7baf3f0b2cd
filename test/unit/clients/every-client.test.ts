import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClientAccount, clientNames, clients, writeProfile } from '../../../src/clients/index.ts';
import { isKnownCode } from '../../../src/problems/index.ts';
import { clientAccount, hostileAccount, plainServer } from '../../fakes/client-account.ts';
import { filesOf } from '../../fakes/client-files.ts';

const lineCounts = (files: Readonly<Record<string, string>>) =>
  Object.entries(files)
    .filter(([path]) => !path.endsWith('.svg'))
    .map(([path, text]) => [path, text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).length]);

const problemOf = (client: (typeof clientNames)[number], account: ClientAccount) => {
  const written = writeProfile(clients[client], account);
  return written.ok ? null : written.error;
};

describe.each(clientNames)('the profile of %s', (client) => {
  it('has files whose paths stay within the folder', () => {
    for (const path of Object.keys(filesOf(client, clientAccount()))) {
      expect(path).toMatch(/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/);
    }
  });

  it('is the same each time', () => {
    expect(filesOf(client, clientAccount())).toEqual(filesOf(client, clientAccount()));
  });

  it('holds no password, whatever else hangs on the account', () => {
    const extra = { password: 'hunter2-in-clear' };
    const account = { ...clientAccount(), ...extra, outgoing: { ...plainServer, ...extra } };
    expect(JSON.stringify(filesOf(client, account))).not.toContain('hunter2');
  });

  it('never has a line more because of a value', () => {
    fc.assert(
      fc.property(hostileAccount(), (account) => {
        const plain = { ...account, name: 'a', provider: 'b' };
        const harmless = {
          ...plain,
          incoming: { ...account.incoming, user: 'c' },
          outgoing: { ...account.outgoing, user: 'd' },
        };
        if (problemOf(client, account) !== null) return;
        expect(lineCounts(filesOf(client, account))).toEqual(lineCounts(filesOf(client, harmless)));
      }),
      // Drawing a code takes longer than writing a file.
      { numRuns: client === 'android' ? 10 : 100 },
    );
  });

  it.each(['\n', '\r', '\u0000', '\u001b[2J', '\u0085', '\u2028', '\ud800', '\uffff'])(
    'is refused for a name with %j in it, and the problem names the field',
    (bad) => {
      const problem = problemOf(client, clientAccount({ name: `Alice${bad}auth off` }));
      expect(problem).toMatchObject({ code: 'settings.unwritable-value', args: { field: 'name' } });
      expect(isKnownCode(problem?.code ?? '')).toBe(true);
    },
  );

  it('is refused for a user name, an address, a host or a port that cannot be one', () => {
    const refused = (account: ClientAccount) => problemOf(client, account)?.args['field'];
    const server = clients[client].mailbox === 'ignored' ? 'outgoing' : 'incoming';
    const withServer = (different: Partial<typeof plainServer>) => {
      const changed = { ...plainServer, ...different };
      return clientAccount({ outgoing: changed, incoming: { protocol: 'imap', ...changed } });
    };
    expect(refused(withServer({ user: 'a\nhost evil' }))).toBe(`${server} user`);
    expect(refused(withServer({ user: ' a' }))).toBe(`${server} user`);
    expect(refused(withServer({ host: 'mail.corp.example/x' }))).toBe(`${server} host`);
    expect(refused(withServer({ host: 'mail corp' }))).toBe(`${server} host`);
    expect(refused(withServer({ host: '-oProxy' }))).toBe(`${server} host`);
    expect(refused(withServer({ port: 0 }))).toBe(`${server} port`);
    expect(refused(clientAccount({ address: 'a@b@c' }))).toBe('address');
    expect(refused(clientAccount({ address: 'alice' }))).toBe('address');
    expect(refused(clientAccount({ name: '' }))).toBe('name');
    expect(refused(clientAccount({ name: 'x'.repeat(129) }))).toBe('name');
  });

  it('refuses ways to sign in that the client does not know', () => {
    for (const authentication of ['kerberos', 'ntlm', 'oauth2', 'certificate', 'encrypted-password'] as const) {
      const outgoing = { ...plainServer, authentication };
      const code = problemOf(client, clientAccount({ outgoing, incoming: { ...outgoing, protocol: 'imap' } }))?.code;
      const known = clients[client].authentication.some((one) => one === authentication);
      expect(code).toBe(known ? undefined : 'settings.client-lacks');
    }
  });

  it('says in a name that everybody knows what the client lacks', () => {
    const outgoing = { ...plainServer, authentication: 'oauth2' } as const;
    const problem = problemOf(client, { ...clientAccount(), outgoing });
    if (problem !== null) expect(problem.args).toEqual({ client: clients[client].title, feature: 'OAuth 2' });
  });

  it('needs a mailbox where the client does', () => {
    const code = problemOf(client, { ...clientAccount(), incoming: null })?.code;
    expect(code).toBe(clients[client].mailbox === 'required' ? 'settings.client-needs-mailbox' : undefined);
  });
});

describe('the ids in a profile', () => {
  it('are UUIDs of version 5, and depend on the address alone', () => {
    const ids = (account: ClientAccount) => Object.keys(filesOf('evolution', account));
    for (const id of ids(clientAccount())) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-/);
    expect(ids(clientAccount({ name: 'Other' }))).toEqual(ids(clientAccount()));
    expect(ids(clientAccount({ address: 'bob@corp.example' }))).not.toEqual(ids(clientAccount()));
  });
});
