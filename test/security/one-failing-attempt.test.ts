// Threat: Active Directory locks an account after a few wrong passwords. A server that refuses, closes or says nothing makes a
// persistent client try the next server, port or mechanism, and a diagnosis becomes the outage. A run sends at most one
// password that can fail, over all servers and protocols; after one whose answer nobody saw, it sends none.
import { afterEach, describe, expect, it } from 'vitest';
import { srv } from '../fakes/dns-server.ts';
import {
  binds,
  canary,
  friendlyDc,
  type HostileWorld,
  hostileWorld,
  reportOf,
  requestOf,
} from '../fakes/hostile-world.ts';
import { host, ldapResult, type Script, tag } from '../fakes/ldap-scripted-server.ts';
import type { Answer, SmtpScript } from '../fakes/smtp-server.ts';

let world: HostileWorld;
afterEach(() => world.stop());

function auths(): string[] {
  return world.relay.commands.filter((line) => line.startsWith('AUTH'));
}

async function codes(changes = {}, secrets = {}): Promise<string[]> {
  const report = reportOf(await world.run({ goal: 'send', ...changes }, secrets));
  return report.probes.flatMap(({ problems }) => problems.map(({ code }) => code));
}

const refuses = friendlyDc({ bind: [ldapResult(tag.bind, 49, '80090308: LdapErr: DSID-0C090436, data 52e, v4563\0')] });
const closes: Script = (socket) => socket.destroy();
const overloaded = friendlyDc({ bind: [ldapResult(tag.bind, 51)] });

describe('after a bind that', () => {
  it.each([
    ['the directory refuses', refuses, 'ldap.invalid-credentials'],
    ['the directory answers by closing', closes, 'net.reset'],
    ['finds the directory overloaded', overloaded, 'ldap.unavailable'],
  ])('%s, no other server gets a password', async (_what, dc, code) => {
    const service = '_ldap._tcp.dc._msdcs.corp.example';
    world = await hostileWorld({ dc, records: [srv(service, host, 9), srv(service, host, 10)] });
    expect(await codes()).toContain(code);
    expect(binds(world.dc)).toBe(1);
    expect(auths()).toEqual([]);
  });

  it('the directory refuses, the relay does not get its own password either', async () => {
    world = await hostileWorld({ dc: refuses });
    await codes({ relayUser: 'relay-alice' }, { relayPassword: 'another-pass' });
    expect([binds(world.dc), auths().length]).toEqual([1, 0]);
  });
});

describe('a relay', () => {
  const no =
    (reply: string): Answer =>
    ({ write }) =>
      write(`${reply}\r\n`);
  const refusing: [string, SmtpScript][] = [
    ['refuses the first of several mechanisms', { on: { AUTH: no('535 5.7.8 no') } }],
    [
      'refuses SCRAM and would take PLAIN',
      { offers: ['AUTH SCRAM-SHA-256 PLAIN LOGIN'], on: { AUTH: no('535 5.7.8 no') } },
    ],
    ['finds the mechanism too weak', { on: { AUTH: no('534 5.7.9 too weak') } }],
    ['has a passing trouble', { on: { AUTH: no('454 4.7.0 later') } }],
    ['closes at AUTH', { on: { AUTH: ({ drop }) => drop() } }],
    ['goes on to ask after PLAIN', { on: { AUTH: no('334 UGFzc3dvcmQ6') } }],
  ];
  it.each(refusing)('that %s is asked once', async (_what, relay) => {
    world = await hostileWorld({ relay });
    await codes();
    expect([binds(world.dc), auths().length]).toEqual([1, 1]);
    expect(world.relay.commands.filter((line) => line === 'DATA')).toEqual([]);
  });

  it('with a password of its own waits for the directory’s answer, and is signed in to after it', async () => {
    let free = () => {};
    const slow: Script = (socket, bytes, connection) => {
      if (requestOf(bytes).tag !== 0x60) return friendlyDc()(socket, bytes, connection);
      // The relay would have been ready long before.
      const check = setInterval(() => {
        if (world.relay.commands.length === 0) return;
        free();
        friendlyDc()(socket, bytes, connection);
      }, 50);
      free = () => clearInterval(check);
    };
    world = await hostileWorld({ dc: slow });
    const report = reportOf(await world.run({ goal: 'send', relayUser: 'relay-alice' }, { relayPassword: canary }));
    expect(report.probes.find(({ id }) => id === 'relay.sign-in')?.outcome).toBe('passed');
    expect(report.outcome).toBe('passed');
    expect([binds(world.dc), auths().length]).toEqual([1, 1]);
  });
});
