// Threat: somebody between us and the directory lets the StartTLS response through and appends a plain-text message to it.
// A client that keeps those bytes reads them after the handshake, as if the server had sent them under TLS (as in
// CVE-2011-0411 for SMTP): a forged "bind succeeded" would then make a stranger's answer look like the directory's.
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startTls } from '../../src/directory/ldap/start-tls.ts';
import {
  host,
  ldapMessage,
  ldapResult,
  type ScriptedServer,
  scriptedServer,
  tag,
} from '../fakes/ldap-scripted-server.ts';
import { recordingStep } from '../fakes/recording-step.ts';

let server: ScriptedServer;
afterEach(() => server.stop());

const agreement = ldapMessage(1, ldapResult(tag.extended, 0));
const forgedBind = ldapMessage(2, ldapResult(tag.bind, 0));

describe('bytes injected behind the StartTLS response', () => {
  it.each([
    ['a forged bind response', forgedBind],
    ['the beginning of one', forgedBind.subarray(0, 3)],
    ['a single byte', Buffer.from([0x30])],
  ])('end the connection before TLS: %s', async (_what, injected) => {
    server = await scriptedServer((socket) => socket.write(Buffer.concat([agreement, injected])), 'tcp');
    const socket = connect(server.port, '127.0.0.1');
    await once(socket, 'connect');
    const step = recordingStep();
    const place = { host, address: '127.0.0.1', port: server.port };
    const result = await startTls(socket, place, { step, signal: step.signal });
    expect(result).toMatchObject({ ok: false, error: { code: 'ldap.protocol-error' } });
    expect(!result.ok && result.error.evidence[0]).toBe(
      `${injected.length} bytes came after the StartTLS response, before TLS`,
    );
    expect(socket.destroyed).toBe(true);
    await server.closed;
    expect(server.received).toHaveLength(1);
  });
});
