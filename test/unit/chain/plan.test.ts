import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/chain/plan.ts';
import type { ChainRequest } from '../../../src/chain/request.ts';
import { aRequest } from '../../fakes/request.ts';

const ids = (changes: Partial<ChainRequest>) => makePlan(aRequest(changes)).map(({ id }) => id);
const needsOf = (changes: Partial<ChainRequest>, id: string) =>
  makePlan(aRequest(changes)).find((p) => p.id === id)?.needs;

const goals: readonly Partial<ChainRequest>[] = [
  { goal: 'resolve' },
  { goal: 'locate-dc' },
  { goal: 'sign-in' },
  { goal: 'route', destination: 'partner.example' },
  { goal: 'discover', user: null, destination: 'corp.example' },
  { goal: 'discover', destination: 'alice@corp.example' },
  { goal: 'diagnose' },
  { goal: 'diagnose', relayUser: 'relay-alice' },
  { goal: 'diagnose', send: false },
  { goal: 'send' },
  { goal: 'send', send: false },
  { goal: 'discover', destination: 'alice@corp.example' },
  { goal: 'discover', destination: 'alice@corp.example', user: null },
  { goal: 'set-up' },
  { goal: 'set-up', send: false },
];

describe('a plan', () => {
  it.each(goals)('for %o names every probe that one of it needs, before that one', (changes) => {
    const plan = makePlan(aRequest(changes));
    plan.forEach(({ needs, considers }, i) => {
      const before = plan.slice(0, i).map(({ id }) => id);
      expect(before).toEqual(expect.arrayContaining([...needs, ...considers]));
    });
    expect(new Set(plan.map(({ id }) => id)).size).toBe(plan.length);
  });

  it('asks nobody for a password when only a name is to be resolved', () => {
    expect(ids({ goal: 'resolve' })).toEqual([
      'os.dns',
      'dns.name',
      'dns.approved-domains',
      'dns.approval',
      'dns.system-resolver',
    ]);
  });

  it('gives the relay a password only when the name is approved and the directory has accepted that password', () => {
    expect(needsOf({}, 'relay.sign-in')).toEqual(['dns.approval', 'relay.endpoint', 'ldap.sign-in']);
  });

  it('gives the relay its own password without asking the directory, and still only when the name is approved', () => {
    expect(needsOf({ relayUser: 'relay-alice' }, 'relay.sign-in')).toEqual(['dns.approval', 'relay.endpoint']);
  });

  it('has Autodiscover wait for the sign-in when there is one, and the mailbox for Autodiscover', () => {
    const whose = { goal: 'discover', destination: 'alice@corp.example' } as const;
    const waitsFor = (changes: Partial<ChainRequest>, id: string, seen = new Set<string>()): Set<string> => {
      const probe = makePlan(aRequest(changes)).find((one) => one.id === id);
      for (const other of [...(probe?.needs ?? []), ...(probe?.considers ?? [])]) {
        if (!seen.has(other)) waitsFor(changes, other, seen.add(other));
      }
      return seen;
    };
    expect(waitsFor(whose, 'settings.autodiscover')).toContain('ldap.sign-in');
    expect(waitsFor(whose, 'mailbox.sign-in')).toContain('settings.autodiscover');
    expect(waitsFor(whose, 'settings.autoconfig')).not.toContain('ldap.sign-in');
    expect(waitsFor({ ...whose, user: null }, 'settings.autodiscover')).not.toContain('ldap.sign-in');
  });

  it('sends nothing when that was not asked for', () => {
    expect(ids({ send: false })).not.toContain('message.submit');
    expect(ids({ goal: 'send', send: false })).toContain('relay.permission');
  });

  it('asks what the relay would do for strangers only in a diagnosis', () => {
    expect(ids({})).toContain('relay.strangers');
    expect(ids({ goal: 'send' })).not.toContain('relay.strangers');
  });
});
