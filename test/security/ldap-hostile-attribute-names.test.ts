// Threat: a directory entry has an attribute called `dn`, `__proto__` or `constructor`. A client that puts attributes into an
// object under the names that the server chose lets it replace the entry's DN or the object's prototype (a library of ours
// does both), and so decide what other code sees. Entries keep only attributes that were asked for, in no object at all.
import { afterEach, describe, expect, it } from 'vitest';
import { toAccount } from '../../src/directory/account/account.ts';
import { accountAttributes } from '../../src/directory/account/query.ts';
import { equal } from '../../src/directory/ldap/filter.ts';
import {
  ldapEntry,
  ldapMessage,
  ldapResult,
  type ScriptedServer,
  scriptedServer,
  tag,
} from '../fakes/ldap-scripted-server.ts';
import { recordingStep } from '../fakes/recording-step.ts';

let server: ScriptedServer;
afterEach(() => server.stop());

const hostile = ['dn', 'DN', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'values', ''];

describe('attributes that a server names as it likes', () => {
  it('are dropped, and change neither the entry nor any prototype', async () => {
    const attributes = hostile.map((name) => [name, ['polluted']] as const);
    const entry = ldapEntry('CN=alice', [...attributes, ['mail', ['alice@corp.example']], ['userPassword', ['x']]]);
    server = await scriptedServer((socket) => {
      socket.write(ldapMessage(1, entry));
      socket.write(ldapMessage(1, ldapResult(tag.done, 0)));
    });
    const session = await server.session();
    const question = {
      base: '',
      scope: 'sub',
      filter: equal('cn', 'a'),
      attributes: accountAttributes,
      sizeLimit: 1,
    } as const;
    const answer = await session.search(question, recordingStep());
    const [found] = answer.ok ? answer.value.entries : [];
    if (found === undefined) throw new Error('no entry');
    expect(found.dn).toBe('CN=alice');
    expect([...hostile, 'userPassword'].flatMap((name) => found.values(name))).toEqual([]);
    expect(JSON.stringify(toAccount(found))).not.toContain('polluted');
    expect(toAccount(found)).toMatchObject({ dn: 'CN=alice', mail: 'alice@corp.example' });
    expect(Object.getPrototypeOf(found)).toBe(Object.prototype);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
