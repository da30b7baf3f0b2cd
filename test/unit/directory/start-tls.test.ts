import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startTls } from '../../../src/directory/ldap/start-tls.ts';
import { berText } from '../../../src/lab/ber.ts';
import {
  host,
  ldapMessage,
  ldapResult,
  type Script,
  type ScriptedServer,
  scriptedServer,
  tag,
} from '../../fakes/ldap-scripted-server.ts';
import { recordingStep } from '../../fakes/recording-step.ts';

let server: ScriptedServer;
afterEach(() => server.stop());

async function attempt(script: Script, endAfter?: 'request') {
  server = await scriptedServer(script, 'tcp');
  const step = recordingStep();
  const socket = connect(server.port, '127.0.0.1');
  await once(socket, 'connect');
  const place = { host, address: '127.0.0.1', port: server.port };
  const answer = startTls(socket, place, { step, signal: step.signal });
  if (endAfter) step.end();
  const result = await answer;
  return { result, socket, step };
}

const say =
  (...pieces: Buffer[]): Script =>
  (socket) => {
    for (const piece of pieces) socket.write(piece);
  };
const yes = ldapMessage(1, ldapResult(tag.extended, 0, '', berText('1.3.6.1.4.1.1466.20037', 0x8a)));

describe('StartTLS', () => {
  it('is asked for by its OID, and goes on when the server agrees', async () => {
    const { result, socket, step } = await attempt(say(yes));
    expect(result.ok).toBe(true);
    expect(socket.destroyed).toBe(false);
    expect(Buffer.concat(server.received[0] ?? []).toString('latin1')).toContain('1.3.6.1.4.1.1466.20037');
    expect(step.exchanges).toEqual(['ldap StartTLS: success']);
    socket.destroy();
  });

  it('waits for a response that comes in pieces', async () => {
    const { result, socket } = await attempt((own) => {
      own.write(yes.subarray(0, 1));
      setImmediate(() => own.write(yes.subarray(1)));
    });
    expect(result.ok).toBe(true);
    socket.destroy();
  });

  it.each([
    ['refuses', say(ldapMessage(1, ldapResult(tag.extended, 2, 'no'))), 'ldap.start-tls-refused'],
    [
      'has no certificate',
      say(ldapMessage(1, ldapResult(tag.extended, 52, 'no certificate'))),
      'ldap.start-tls-refused',
    ],
    ['hangs up', (socket) => socket.end(), 'ldap.start-tls-refused'],
    ['answers another request', say(ldapMessage(2, ldapResult(tag.extended, 0))), 'ldap.protocol-error'],
    ['answers with another operation', say(ldapMessage(1, ldapResult(tag.bind, 0))), 'ldap.protocol-error'],
    ['speaks no LDAP', say(Buffer.from('220 mail.corp.example ESMTP\r\n')), 'ldap.protocol-error'],
    ['says more than one thing', say(Buffer.concat([yes, yes])), 'ldap.protocol-error'],
    ['says a byte too much', say(Buffer.concat([yes, Buffer.from([0x16])])), 'ldap.protocol-error'],
  ] as [string, Script, string][])('ends without TLS when the server %s', async (_what, script, code) => {
    const { result, socket } = await attempt(script);
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(socket.destroyed).toBe(true);
  });

  it('ends with the run', async () => {
    const { result, socket } = await attempt(() => {}, 'request');
    expect(result).toMatchObject({ ok: false, error: { code: 'run.cancelled' } });
    expect(socket.destroyed).toBe(true);
  });
});
