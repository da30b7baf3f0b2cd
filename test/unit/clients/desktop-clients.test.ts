import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from '../../../src/discovery/xml/read-xml.ts';
import { clientAccount, hostileAccount, plainServer } from '../../fakes/client-account.ts';
import { fileOf, filesOf, isRefused } from '../../fakes/client-files.ts';

type Ini = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Sections of `key=value`, as they stand there: what the value means is the reader's own affair. */
function ini(text: string): Ini {
  const sections: Record<string, Record<string, string>> = {};
  let current: Record<string, string> = {};
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const heading = /^\[(.*)\]$/.exec(line)?.[1];
    if (heading !== undefined) {
      expect(sections).not.toHaveProperty([heading]);
      current = {};
      sections[heading] = current;
    }
    const [, key, value] = (heading === undefined && /^([^=]+)=(.*)$/s.exec(line)) || [];
    if (key !== undefined) current[key] = value ?? '';
  }
  return sections;
}

/** GLib's reading of a value. */
const unescaped = (value = '') => value.replace(/\\(.)/g, '$1');

describe('the sources of Evolution', () => {
  it('point at each other by the names of their files', () => {
    const files = filesOf('evolution', clientAccount());
    const [account = '', identity = '', transport = ''] = Object.keys(files).map((path) => path.replace('.source', ''));
    const source = (uid: string) => ini(files[`${uid}.source`] ?? '');
    expect(source(account)['Mail Account']).toMatchObject({ BackendName: 'imapx', IdentityUid: identity });
    expect(source(identity)['Mail Submission']).toEqual({ TransportUid: transport });
    expect(source(identity)['Data Source']).toMatchObject({ Parent: account });
    expect(source(transport)['Mail Transport']).toEqual({ BackendName: 'smtp' });
    expect(source(transport)['Security']).toEqual({ Method: 'ssl-on-alternate-port' });
  });

  it('hold what was put in', () => {
    fc.assert(
      fc.property(hostileAccount(), (account) => {
        const [mail, identity, transport] = Object.values(filesOf('evolution', account)).map(ini);
        expect(unescaped(mail?.['Authentication']?.['User'])).toBe(account.incoming.user);
        expect(unescaped(identity?.['Mail Identity']?.['Name'])).toBe(account.name);
        expect(unescaped(transport?.['Authentication']?.['User'])).toBe(account.outgoing.user);
      }),
    );
  });
});

describe('the file of Geary', () => {
  it('holds what was put in', () => {
    fc.assert(
      fc.property(hostileAccount(), (account) => {
        const { Account, Incoming, Outgoing } = ini(fileOf('geary', account, 'geary.ini'));
        expect(unescaped(Account?.['label'])).toBe(account.provider);
        const sender = unescaped(Account?.['sender_mailboxes']);
        expect(sender).toMatch(/ <alice@corp\.example>;$/);
        expect(unescaped(/^"(.*)" </.exec(sender)?.[1])).toBe(account.name);
        expect(unescaped(Incoming?.['login'])).toBe(account.incoming.user);
        const isSame = account.incoming.user === account.outgoing.user;
        expect(Outgoing?.['credentials']).toBe(isSame ? 'use-incoming' : 'custom');
      }),
    );
  });

  it('is not written for POP3, which Geary does not know', () => {
    expect(isRefused('geary', clientAccount({ incoming: { ...plainServer, protocol: 'pop3', port: 995 } }))).toBe(true);
  });
});

describe('the files of Claws Mail', () => {
  it('hold what was put in, up to the end of each line', () => {
    fc.assert(
      fc.property(hostileAccount(), (account) => {
        const { 'Account: 1': values } = ini(fileOf('claws', account, 'accountrc'));
        expect(values).toMatchObject({
          account_name: account.provider,
          name: account.name,
          user_id: account.incoming.user,
          smtp_user_id: account.outgoing.user,
          protocol: '3',
          ssl_certs_auto_accept: '1',
          ssl_smtp: account.outgoing.security === 'implicit' ? '1' : '2',
        });
        const folders = readXml(fileOf('claws', account, 'folderlist.xml'));
        expect(folders.ok && folders.value.children[0]?.attributes.get('name')).toBe(account.provider);
      }),
    );
  });
});

describe('the mailboxes that Claws Mail is given', () => {
  const mailboxes = (protocol: 'imap' | 'pop3') => {
    const incoming = { ...plainServer, protocol };
    const list = readXml(fileOf('claws', clientAccount({ incoming }), 'folderlist.xml'));
    if (!list.ok) throw new Error('folderlist.xml is no XML');
    return list.value.children.map(({ attributes, children }) => [
      attributes.get('type'),
      children.map((folder) => folder.attributes.get('path')),
    ]);
  };

  it('have one on the disk to send from; of the one on the server only the folder that every server has', () => {
    expect(mailboxes('imap')).toEqual([
      ['imap', ['INBOX']],
      ['mh', []],
    ]);
    expect(mailboxes('pop3')).toEqual([['mh', []]]);
  });
});

describe('the files of Outlook', () => {
  /** Windows' reading of a value: one pair of quotation marks around it goes. */
  const unquoted = (value = '') => /^(["'])(.*)\1$/s.exec(value)?.[2] ?? value;

  it('hold what was put in, or are refused for a sign that would be expanded', () => {
    fc.assert(
      fc.property(hostileAccount(), (account) => {
        const texts = [account.name, account.provider, account.incoming.user, account.outgoing.user].join('\n');
        expect(isRefused('outlook', account)).toBe(texts.includes('%'));
        if (isRefused('outlook', account)) return;
        const text = prfOf(account);
        const { Account1 } = ini(text);
        expect(unquoted(Account1?.['DisplayName'])).toBe(account.name);
        expect(unquoted(Account1?.['IMAPUserName'])).toBe(account.incoming.user);
        expect(unquoted(Account1?.['SMTPUserName'])).toBe(account.outgoing.user);
        expect(text.split('\n').every((line) => line === '' || line.endsWith('\r'))).toBe(true);
      }),
    );
  });

  it('map every key of the account to a property', () => {
    const { Account1 = {}, IMAP_I_Mail = {} } = ini(prfOf(clientAccount()));
    const lost = Object.keys(Account1).filter((key) => !(key in IMAP_I_Mail));
    expect(lost).toEqual(['UniqueService']);
    expect(IMAP_I_Mail).toMatchObject({ AccountType: 'IMAP', SMTPSecureConnection: 'PT_LONG,0x020A' });
  });

  it('are refused for STARTTLS on the way in, for which the format has no word', () => {
    const incoming = { ...plainServer, protocol: 'imap', port: 143, security: 'starttls' } as const;
    expect(isRefused('outlook', clientAccount({ incoming }))).toBe(true);
  });

  it('are in UTF-16 with its mark where the name needs it, and in ASCII else', () => {
    expect(prfOf(clientAccount())).not.toContain('\ufeff');
    expect(prfOf(clientAccount({ name: 'Zoë' }))).toMatch(/^\ufeff\[General\]\r\n/);
  });

  it('take away exactly what they have set in the registry', () => {
    const names = (ending: string) =>
      [...fileOf('outlook', clientAccount(), ending).matchAll(/^"(\w+)"=(.*)\r$/gm)].map(([, name, value]) => [
        name,
        value,
      ]);
    const set = names('autodiscover.reg');
    expect(set.length).toBeGreaterThan(0);
    expect(set.every(([, value]) => value === 'dword:00000001')).toBe(true);
    expect(names('undo.reg')).toEqual(set.map(([name]) => [name, '-']));
  });

  function prfOf(account: Parameters<typeof fileOf>[1]): string {
    return fileOf('outlook', account, '.prf');
  }
});
