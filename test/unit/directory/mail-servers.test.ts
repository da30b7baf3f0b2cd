import { afterEach, describe, expect, it } from 'vitest';
import { hasValue, ok } from '../../../src/core/index.ts';
import { type LocatedDc, readMailServers } from '../../../src/directory/index.ts';
import type { SearchQuestion } from '../../../src/directory/ldap/request.ts';
import type { LdapSession } from '../../../src/directory/ldap/session.ts';
import { nearestFirst, toMailServer } from '../../../src/directory/mail-servers/mail-server.ts';
import { type LdapWorld, ldapWorld } from '../../fakes/ldap-world.ts';

const entry = (values: Record<string, readonly string[]>) => ({
  dn: `CN=${values['cn']?.[0]}`,
  incomplete: [],
  values: (name: string) => values[name] ?? [],
});

const ex = (n: number, site = 'HQ') =>
  entry({
    cn: [`EX${n}`],
    networkAddress: [`netbios:EX${n}`, `ncacn_ip_tcp:EX${n}.corp.example`, 'ncacn_vns_spp:x'],
    msExchServerSite: [`CN=${site},CN=Sites,CN=Configuration,DC=corp,DC=example`],
  });

describe('a mail server in the directory', () => {
  it('has its full name in the one of its network addresses that is for DNS', () => {
    expect(toMailServer(ex(1))).toEqual({ dn: 'CN=EX1', name: 'EX1', host: 'ex1.corp.example', site: 'HQ' });
  });

  it.each([['ncacn_ip_tcp:EX1'], ['ncacn_ip_tcp:10.0.0.1'], ['ncacn_ip_tcp:ex 1.corp.example'], ['netbios:EX1'], []])(
    'with the address %s has none',
    (...networkAddress) => {
      expect(toMailServer(entry({ cn: ['EX1'], networkAddress }))).toBeNull();
    },
  );

  it('is the nearest when it has the mailbox, then when it stands in the client’s site', () => {
    const servers = [ex(1, 'Branch'), ex(2, 'HQ'), ex(3, 'Branch')].map(toMailServer).filter((one) => one !== null);
    const order = (home: string | null, site: string | null) =>
      nearestFirst(servers, home, site).map(({ name }) => name);
    expect(order('ex3', 'HQ')).toEqual(['EX3', 'EX2', 'EX1']);
    expect(order('EX3.corp.example', null)).toEqual(['EX3', 'EX1', 'EX2']);
    expect(order(null, 'hq')).toEqual(['EX2', 'EX1', 'EX3']);
  });
});

describe('the mail servers of a forest', () => {
  const dc = { domain: 'corp.example', forest: null, clientSite: null, site: null, host: 'dc1.corp.example' };

  it('are looked for below the configuration of Exchange, a bounded number of them', async () => {
    const asked: SearchQuestion[] = [];
    const session = {
      search: async (question: SearchQuestion) => {
        asked.push(question);
        const result = { code: 4, matchedDn: '', message: '', referrals: [] };
        return ok({ result, entries: [ex(1), entry({ cn: ['odd'] })], references: [] });
      },
    } as Partial<LdapSession> as LdapSession;
    const servers = await readMailServers({ session, dc: { ...dc, session } as LocatedDc }, null, {} as never);
    expect(servers).toMatchObject({ ok: true, value: [{ host: 'ex1.corp.example' }] });
    expect(asked).toMatchObject([
      {
        base: 'CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=corp,DC=example',
        filter: { attribute: 'objectClass', equals: 'msExchExchangeServer' },
        sizeLimit: 100,
      },
    ]);
  });

  describe('without Exchange', () => {
    let world: LdapWorld;
    afterEach(() => world.end());

    it('are none', async () => {
      world = await ldapWorld();
      const located = await world.locate();
      if (!hasValue(located)) throw new Error('no domain controller');
      const { session } = located.value;
      await session.bind('alice@corp.example', world.password, world.step);
      expect(await readMailServers({ session, dc: located.value }, null, world.step)).toEqual(ok([]));
    });
  });
});
