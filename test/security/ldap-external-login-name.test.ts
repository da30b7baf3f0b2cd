// Threat: a sign-in name that is also the name of a SASL mechanism. A library of ours takes a bind as `EXTERNAL` for a SASL bind
// with that mechanism: over a connection that the operating system has authenticated it succeeds without any password, and with
// `PLAIN` the password goes out in another form than was decided. Every bind of ours is a simple bind, whatever the name is.
import { afterEach, describe, expect, it } from 'vitest';
import { Secret } from '../../src/core/index.ts';
import { bindName, parseSignInName } from '../../src/directory/index.ts';
import { berChildren, berString } from '../../src/lab/ber.ts';
import { readRequest } from '../../src/lab/ldap/message.ts';
import { ldapMessage, ldapResult, type ScriptedServer, scriptedServer, tag } from '../fakes/ldap-scripted-server.ts';
import { recordingStep } from '../fakes/recording-step.ts';

let server: ScriptedServer;
afterEach(() => server.stop());

describe('a person called like a SASL mechanism', () => {
  it.each(['EXTERNAL', 'PLAIN', 'DIGEST-MD5', 'SCRAM-SHA-1'])('signs in by a simple bind: %s', async (mechanism) => {
    server = await scriptedServer((socket) => socket.write(ldapMessage(1, ldapResult(tag.bind, 49, 'data 525'))));
    const session = await server.session();
    await session.bind(mechanism, new Secret('S3cr3t-Pa55w0rd'), recordingStep());
    const request = readRequest(Buffer.concat(server.received[0] ?? []))?.request;
    const [, name, credentials] = berChildren(request?.operation.body ?? Buffer.alloc(0));
    expect(berString(name)).toBe(mechanism);
    expect(credentials?.tag).toBe(0x80);
  });

  it.each(['EXTERNAL', 'PLAIN'])('is taken for an account of the domain: %s', (mechanism) => {
    const name = parseSignInName(mechanism);
    expect(name.ok && bindName(name.value, { dns: 'corp.example' })).toBe(`${mechanism}@corp.example`);
  });
});
