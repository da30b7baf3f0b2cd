// Threat: the connection on which TLS was verified is cut just before the password is sent. A client that helpfully connects
// again, to the same port and without TLS, sends the password in clear (a library of ours does that after StartTLS).
// A session therefore has one connection for its whole life, and answers with a problem when that is gone.
import { afterEach, describe, expect, it } from 'vitest';
import { Secret } from '../../src/core/index.ts';
import { equal } from '../../src/directory/ldap/filter.ts';
import { type ScriptedServer, scriptedServer } from '../fakes/ldap-scripted-server.ts';
import { recordingStep } from '../fakes/recording-step.ts';

let server: ScriptedServer;
afterEach(() => server.stop());

const password = new Secret('S3cr3t-Pa55w0rd');
const search = { base: '', scope: 'base', filter: equal('cn', 'a'), attributes: [], sizeLimit: 1 } as const;

describe('a session whose connection is gone', () => {
  it('never connects again, neither for a bind nor for anything else', async () => {
    server = await scriptedServer((socket) => socket.destroy());
    const step = recordingStep();
    const session = await server.session();
    expect(await session.search(search, step)).toMatchObject({ ok: false, error: { code: 'net.reset' } });
    await server.closed;
    expect(await session.bind('alice@corp.example', password, step)).toMatchObject({
      ok: false,
      error: { code: 'net.reset' },
    });
    expect(await session.search(search, step)).toMatchObject({ ok: false });
    expect(server.received).toHaveLength(1);
    expect(Buffer.concat(server.received.flat()).includes('S3cr3t')).toBe(false);
  });
});
