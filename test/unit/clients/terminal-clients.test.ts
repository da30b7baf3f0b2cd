import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'smol-toml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClientAccount } from '../../../src/clients/index.ts';
import { clientAccount, hostileAccount, plainServer } from '../../fakes/client-account.ts';
import { fileOf, isRefused } from '../../fakes/client-files.ts';
import { hasJudges, output } from '../../fakes/program.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(text: string): string {
  const file = join(folder, 'config');
  writeFileSync(file, text, { mode: 0o600 });
  return file;
}

/** Starting a program takes its time: fewer accounts than elsewhere. */
const few = () => fc.sample(hostileAccount(), 8);

const starttls = clientAccount({
  incoming: { ...plainServer, protocol: 'imap', port: 143, security: 'starttls' },
  outgoing: { ...plainServer, port: 587, security: 'starttls' },
});

describe.runIf(hasJudges).each(['mutt', 'neomutt'] as const)('what %s itself reads from its file', (program) => {
  /** Its settings as it prints them: `name="value"`, `name is set`, and NeoMutt's newer names with an underscore. */
  const settings = (account: ClientAccount, ...names: readonly string[]) => {
    const words = ['-n', '-F', written(fileOf(program, account, 'muttrc')), ...names.flatMap((name) => ['-Q', name])];
    const printed = output(program, words).trimEnd().split('\n');
    expect(printed).toHaveLength(names.length);
    return printed.map((line) => {
      if (/ is set$|= ?yes$/.test(line)) return 'yes';
      if (/ is unset$|= ?no$/.test(line)) return 'no';
      return (/^[\w ]+?=\s*"(.*)"$/.exec(line)?.[1] ?? line).replace(/\\(.)/g, '$1');
    });
  };

  it('are the servers, with TLS that is demanded', () => {
    expect(settings(clientAccount(), 'folder', 'smtp_url', 'ssl_force_tls', 'imap_user')).toEqual([
      'imaps://mail.corp.example:993/',
      'smtps://alice%40corp.example@mail.corp.example:465',
      'yes',
      'alice@corp.example',
    ]);
    expect(settings(starttls, 'folder', 'smtp_url', 'ssl_starttls')).toEqual([
      'imap://mail.corp.example:143/',
      'smtp://alice%40corp.example@mail.corp.example:587',
      'yes',
    ]);
  });

  it('are the values that were put in, and no command of theirs is run', () => {
    for (const account of few()) {
      const [name, user, url = ''] = settings(account, 'realname', 'imap_user', 'smtp_url');
      expect(name).toBe(account.name);
      expect(user).toBe(account.incoming.user);
      const userInUrl = /^smtps?:\/\/([\w.~%-]+)@mail\.corp\.example:465$/.exec(url)?.[1] ?? '';
      expect(decodeURIComponent(userInUrl)).toBe(account.outgoing.user);
    }
  });

  it('is a mailbox of POP3, whose messages stay', () => {
    const account = clientAccount({ incoming: { ...plainServer, protocol: 'pop3', port: 995 } });
    expect(settings(account, 'pop_host', 'pop_delete')).toEqual([
      'pops://alice%40corp.example@mail.corp.example:995',
      'no',
    ]);
  });
});

describe.runIf(hasJudges)('what msmtp itself reads from its file', () => {
  const settings = (account: ClientAccount) => {
    const printed = output('msmtp', ['-C', written(fileOf('msmtp', account, 'msmtprc')), '--pretend', 'x@y.example']);
    return Object.fromEntries([...printed.matchAll(/^(\w+) *= (.*)$/gm)].map(([, key, value]) => [key, value]));
  };

  it('is the relay, with TLS', () => {
    expect(settings(clientAccount())).toMatchObject({
      host: 'mail.corp.example',
      port: '465',
      tls: 'on',
      tls_starttls: 'off',
    });
    expect(settings(starttls)).toMatchObject({ port: '587', tls: 'on', tls_starttls: 'on', auth: 'choose' });
  });

  it('are the values that were put in', () => {
    for (const account of few()) expect(settings(account)['user']).toBe(account.outgoing.user);
  });

  it('is no user where nobody signs in', () => {
    const account = clientAccount({ outgoing: { ...plainServer, authentication: 'none' } });
    expect(settings(account)).toMatchObject({ auth: 'none', user: '(not set)' });
  });
});

describe('aerc', () => {
  const valueIn = (text: string, key: string) => new RegExp(`^${key} = (.*)$`, 'm').exec(text)?.[1] ?? '';

  it('gets the servers as URLs, and a command instead of a password', () => {
    const text = fileOf('aerc', starttls, 'accounts.conf');
    expect(valueIn(text, 'source')).toBe('imap://alice%40corp.example@mail.corp.example:143');
    expect(valueIn(text, 'outgoing')).toBe('smtp://alice%40corp.example@mail.corp.example:587');
    expect(valueIn(text, 'smtp-starttls')).toBe('yes');
    expect(valueIn(text, 'source-cred-cmd')).toMatch(/^secret-tool lookup waypost [\da-f-]{36}$/);
  });

  it('gets any name in quotes that hold it, or none at all', () => {
    fc.assert(
      fc.property(hostileAccount(), (account) => {
        const texts = [account.name, account.provider, account.incoming.user, account.outgoing.user].join('\n');
        expect(isRefused('aerc', account)).toBe(/`|%\(/.test(texts));
        if (isRefused('aerc', account)) return;
        const from = /^`([^`]*)`$/.exec(valueIn(fileOf('aerc', account, 'accounts.conf'), 'from'))?.[1] ?? '';
        const name = /^"(.*)" <alice@corp\.example>$/.exec(from)?.[1] ?? '';
        expect(name.replace(/\\(.)/g, '$1')).toBe(account.name);
      }),
    );
  });
});

describe('himalaya', () => {
  it('gets what was put in, in both versions of its format', () => {
    fc.assert(
      fc.property(hostileAccount(), (account) => {
        const encryption = { type: account.outgoing.security === 'implicit' ? 'tls' : 'start-tls' };
        expect(parse(fileOf('himalaya', account, 'config.toml'))).toMatchObject({
          accounts: {
            waypost: {
              'display-name': account.name,
              backend: { type: 'imap', login: account.incoming.user, port: 993, encryption: { type: 'tls' } },
              message: { send: { backend: { type: 'smtp', login: account.outgoing.user, encryption } } },
            },
          },
        });
        const scheme = account.outgoing.security === 'implicit' ? 'smtps' : 'smtp';
        expect(parse(fileOf('himalaya', account, 'version-2/config.toml'))).toMatchObject({
          accounts: {
            waypost: {
              imap: { sasl: { plain: { username: account.incoming.user } } },
              smtp: { server: `${scheme}://mail.corp.example:465`, starttls: scheme === 'smtp' },
            },
          },
        });
      }),
    );
  });
});
