import { afterEach, describe, expect, it } from 'vitest';
import { knownDirectory } from '../../../src/chain/known-directory.ts';
import { hasValue, systemClock } from '../../../src/core/index.ts';
import { createTrust } from '../../../src/net/index.ts';
import { closedPort, type LdapWorld, ldapWorld } from '../../fakes/ldap-world.ts';

let world: LdapWorld;
afterEach(() => world.end());

/** Somebody has signed in to `domain`; the directory of corp.example is elsewhere, or is that one. */
async function directories(domain: string) {
  world = await ldapWorld();
  const located = await world.locate();
  if (!hasValue(located)) throw new Error('no domain controller');
  const dc = { ...located.value, domain, forest: domain };
  const { lab, dns } = world;
  const trust = createTrust([lab.ca]);
  const ports = { ldaps: lab.ports.ldaps, globalCatalog: closedPort };
  const approves = (host: string) => /(^|\.)corp\.example$/.test(host);
  return knownDirectory({ session: dc.session, dc }, null, { ports, approves, dns, clock: systemClock, trust });
}

const seen = (kind: string) => world.lab.log.filter((event) => event.kind === kind);

describe('a directory that a pointer leads to', () => {
  it('is read over TLS, by nobody who has signed in', async () => {
    const { isOwn, read } = await directories('users.example');
    const patches = world.step.patches.length;
    expect(isOwn('corp.example')).toBe(false);
    expect(await read({ host: 'corp.example', base: null }, world.step)).toMatchObject({ ok: false });
    expect(seen('ldap.search')).toMatchObject([{ base: 'CN=Configuration,DC=corp,DC=example' }]);
    expect(seen('ldap.bind')).toEqual([]);
    expect(world.step.patches).toHaveLength(patches);
  });

  it('is told as missing when DNS names no domain controllers', async () => {
    const { read } = await directories('users.example');
    world.records.clear();
    expect(await read({ host: 'corp.example', base: null }, world.step)).toMatchObject({
      ok: false,
      error: { code: 'dc.no-srv-records' },
    });
  });

  it('in the person’s own forest is read in the session that there is', async () => {
    const { isOwn, read } = await directories('corp.example');
    expect([isOwn('corp.example'), isOwn('branch.corp.example'), isOwn('evilcorp.example')]).toEqual([
      true,
      true,
      false,
    ]);
    const asked = world.asked.length;
    await read({ host: null, base: 'CN=Services,CN=Configuration,DC=corp,DC=example' }, world.step);
    expect(seen('ldap.search')).toMatchObject([{ base: 'CN=Services,CN=Configuration,DC=corp,DC=example' }]);
    expect(world.asked).toHaveLength(asked);
  });
});
