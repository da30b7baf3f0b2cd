import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClientAccount } from '../../../src/clients/index.ts';
import { readXml, type XmlElement } from '../../../src/discovery/xml/read-xml.ts';
import { clientAccount, hostileAccount, plainServer } from '../../fakes/client-account.ts';
import { fileOf, isRefused } from '../../fakes/client-files.ts';
import { hasJudges, output } from '../../fakes/program.ts';

const grammar = fileURLToPath(new URL('../../fixtures/clients/autoconfig.rng', import.meta.url));
const validated = (xml: string) => output('xmllint', ['--noout', '--nonet', '--relaxng', grammar, '-'], xml);

/** What a script says by calling the only function it is given. */
function called(name: string, script: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const record = (key: string, value: unknown) => {
    values[key] = value;
  };
  runInContext(script, createContext({ [name]: record }));
  return values;
}

function rootOf(xml: string): XmlElement {
  const read = readXml(xml);
  if (!read.ok) throw new Error(read.error.reason);
  return read.value;
}

const textAt = (root: XmlElement, ...names: readonly string[]): string | undefined =>
  names.reduce<XmlElement | undefined>((at, name) => at?.children.find((child) => child.name === name), root)?.text;

describe.runIf(hasJudges)('the autoconfig file', () => {
  const kinds: readonly (readonly [string, ClientAccount])[] = [
    ['an IMAP account', clientAccount()],
    ['a POP3 account', clientAccount({ incoming: { ...plainServer, protocol: 'pop3', port: 995 } })],
    ['STARTTLS', clientAccount({ outgoing: { ...plainServer, port: 587, security: 'starttls' } })],
    ['a relay that asks nobody', clientAccount({ outgoing: { ...plainServer, authentication: 'none' } })],
    ['Kerberos', clientAccount({ outgoing: { ...plainServer, authentication: 'kerberos' } })],
    ['an IPv6 address', clientAccount({ outgoing: { ...plainServer, host: '2001:db8::1' } })],
  ];

  it.each(kinds)('of %s is valid', (_, account) => {
    expect(validated(fileOf('thunderbird', account, '.xml'))).toBe('');
  });

  it('of an account that only sends is valid, though Thunderbird itself cannot have one', () => {
    const account = { ...clientAccount(), incoming: null };
    expect(isRefused('thunderbird', account)).toBe(true);
    expect(validated(fileOf('kmail', account, '.xml'))).toBe('');
  });

  it('is not called valid whatever is in it', () => {
    const xml = fileOf('thunderbird', clientAccount(), '.xml');
    expect(() => validated(xml.replace('<socketType>SSL', '<socketType>TLS'))).toThrow(/xmllint ended with/);
  });

  it('of any account is valid, and says what was put in', () => {
    fc.assert(
      fc.property(hostileAccount(), (account) => {
        if (isRefused('thunderbird', account)) return;
        const xml = fileOf('thunderbird', account, '.xml');
        const provider = ['emailProvider'];
        const root = rootOf(xml);
        expect(textAt(root, ...provider, 'displayName')).toBe(account.provider);
        expect(textAt(root, ...provider, 'incomingServer', 'username')).toBe(account.incoming.user);
        expect(textAt(root, ...provider, 'outgoingServer', 'username')).toBe(account.outgoing.user);
      }),
    );
    const [hostile] = fc.sample(
      hostileAccount().filter((account) => !isRefused('thunderbird', account)),
      1,
    );
    expect(validated(fileOf('thunderbird', hostile ?? clientAccount(), '.xml'))).toBe('');
  });

  it('fits everybody of the domain, where the user name comes from the address', () => {
    const userIn = (user: string) =>
      textAt(
        rootOf(fileOf('thunderbird', clientAccount({ outgoing: { ...plainServer, user } }), '.xml')),
        'emailProvider',
        'outgoingServer',
        'username',
      );
    expect(userIn('Alice@corp.example')).toBe('%EMAILADDRESS%');
    expect(userIn('alice')).toBe('%EMAILLOCALPART%');
    expect(userIn('CORP\\alice')).toBe('CORP\\%EMAILLOCALPART%');
    expect(userIn('a.example')).toBe('a.example');
  });

  it('is refused where a value reads as a placeholder', () => {
    expect(isRefused('thunderbird', clientAccount({ provider: 'the %EMAILADDRESS% service' }))).toBe(true);
  });
});

describe('the preferences', () => {
  it('are those of an account that Thunderbird starts with', () => {
    expect(called('user_pref', fileOf('thunderbird', clientAccount(), 'user.js'))).toMatchObject({
      'mail.accountmanager.accounts': 'account1',
      'mail.server.server1.type': 'imap',
      'mail.server.server1.hostname': 'mail.corp.example',
      'mail.server.server1.port': 993,
      'mail.server.server1.socketType': 3,
      'mail.server.server1.authMethod': 3,
      'mail.smtpserver.smtp1.try_ssl': 3,
      'mail.identity.id1.smtpServer': 'smtp1',
    });
  });

  it('are the same in all three forms, for any account', () => {
    fc.assert(
      fc.property(hostileAccount(), (account) => {
        if (isRefused('thunderbird', account)) return;
        const wanted = called('user_pref', fileOf('thunderbird', account, 'user.js'));
        expect(wanted).toMatchObject({
          'mail.identity.id1.fullName': account.name,
          'mail.server.server1.userName': account.incoming.user,
          'mail.smtpserver.smtp1.username': account.outgoing.user,
        });
        expect(called('defaultPref', fileOf('thunderbird', account, 'mozilla.cfg'))).toEqual(wanted);
        const { policies } = JSON.parse(fileOf('thunderbird', account, 'policies.json'));
        const asPolicy = Object.entries(wanted).map(([key, Value]) => [key, { Value, Status: 'default' }]);
        expect(policies.Preferences).toEqual(Object.fromEntries(asPolicy));
      }),
    );
  });

  it('are plain ASCII, whatever the name', () => {
    expect(fileOf('thunderbird', clientAccount({ name: 'Zoë 😀' }), 'user.js')).toMatch(/^[ -~\n]*$/);
  });

  it('leave messages of POP3 on the server', () => {
    const account = clientAccount({ incoming: { ...plainServer, protocol: 'pop3', port: 995 } });
    expect(called('user_pref', fileOf('thunderbird', account, 'user.js'))).toMatchObject({
      'mail.server.server1.leave_on_server': true,
    });
  });
});
