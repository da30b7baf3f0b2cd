import { afterEach, describe, expect, it } from 'vitest';
import { Secret } from '../../../src/core/index.ts';
import { equal } from '../../../src/directory/ldap/filter.ts';
import type { SearchQuestion } from '../../../src/directory/ldap/request.ts';
import { ber, berText } from '../../../src/lab/ber.ts';
import {
  ldapEntry,
  ldapMessage,
  ldapResult,
  type Script,
  type ScriptedServer,
  scriptedServer,
  tag,
} from '../../fakes/ldap-scripted-server.ts';
import { recordingStep } from '../../fakes/recording-step.ts';

let server: ScriptedServer;
let step = recordingStep();
afterEach(() => server.stop());

const password = new Secret('S3cr3t-Pa55w0rd');
const question: SearchQuestion = {
  base: 'DC=x',
  scope: 'sub',
  filter: equal('cn', 'a'),
  attributes: ['cn'],
  sizeLimit: 2,
};

async function session(script: Script) {
  server = await scriptedServer(script);
  step = recordingStep();
  return server.session();
}

const answering =
  (...operations: Buffer[]): Script =>
  (socket) => {
    for (const operation of operations) socket.write(ldapMessage(1, operation));
  };

describe('an LDAP session', () => {
  it('answers a bind with the server’s own result', async () => {
    const own = await session(answering(ldapResult(tag.bind, 49, 'data 52e')));
    expect(await own.bind('alice', password, step)).toMatchObject({
      ok: true,
      value: { code: 49, message: 'data 52e' },
    });
    expect(step.exchanges).toEqual(['ldap bind as alice: result 49: data 52e']);
  });

  it('gathers entries, references and result of a search', async () => {
    const reference = ber(tag.reference, berText('ldap://other.example/DC=x'));
    const own = await session(answering(ldapEntry('CN=a', [['cn', ['a', 'b']]]), reference, ldapResult(tag.done, 0)));
    const answer = await own.search(question, step);
    expect(answer).toMatchObject({
      ok: true,
      value: { result: { code: 0 }, references: ['ldap://other.example/DC=x'] },
    });
    expect(answer.ok && answer.value.entries.map((entry) => [entry.dn, entry.values('CN')])).toEqual([
      ['CN=a', ['a', 'b']],
    ]);
    expect(step.lines).toContain('ldap note refers to ldap://other.example/DC=x (not followed)');
  });

  it('puts the answers to two searches to the right one', async () => {
    let seen = 0;
    const own = await session((socket) => {
      seen += 1;
      if (seen < 2) return;
      socket.write(ldapMessage(2, ldapResult(tag.done, 2)));
      socket.write(ldapMessage(1, ldapResult(tag.done, 1)));
    });
    const first = own.search(question, step);
    await new Promise((resolve) => setImmediate(resolve));
    const answers = await Promise.all([first, own.search(question, step)]);
    expect(answers.map((answer) => answer.ok && answer.value.result.code)).toEqual([1, 2]);
  });

  const hostile: [string, Script, string][] = [
    ['no LDAP', (socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'), 'ldap.protocol-error'],
    [
      'an answer to a request that nobody made',
      (socket) => socket.write(ldapMessage(9, ldapResult(tag.bind, 0))),
      'ldap.protocol-error',
    ],
    ['success of a search in answer to a bind', answering(ldapResult(tag.done, 0)), 'ldap.protocol-error'],
    ['an entry in answer to a bind', answering(ldapEntry('', [])), 'ldap.protocol-error'],
    [
      'a value that reaches beyond its entry',
      answering(Buffer.from('640f0400300b300904026161310304ff61', 'hex')),
      'ldap.protocol-error',
    ],
    ['a message of 16 MiB', (socket) => socket.write(Buffer.from('308401000000', 'hex')), 'ldap.protocol-error'],
    ['a hang-up', (socket) => socket.destroy(), 'net.reset'],
    ['a goodbye', (socket) => socket.end(), 'net.reset'],
    [
      'a notice of disconnection',
      (socket) => socket.write(ldapMessage(0, ldapResult(tag.extended, 52, 'shutting down'))),
      'ldap.unavailable',
    ],
  ];

  it.each(hostile)('takes %s for a problem and hangs up', async (_what, script, code) => {
    const own = await session(script);
    expect(await own.bind('alice', password, step)).toMatchObject({ ok: false, error: { code } });
    await server.closed;
  });

  it('ends at an answer of more than 1 MiB, although each message is small', async () => {
    const flood = ldapMessage(1, ldapEntry('CN=a', [['cn', ['x'.repeat(60_000)]]]));
    const own = await session((socket) => {
      for (let i = 0; i < 20; i += 1) socket.write(flood);
    });
    expect(await own.search(question, step)).toMatchObject({ ok: false, error: { code: 'ldap.protocol-error' } });
    await server.closed;
  });

  it('survives very many very small messages in one piece', async () => {
    const reference = ldapMessage(1, ber(tag.reference, berText('')));
    const many = Buffer.concat([...new Array<Buffer>(50_000).fill(reference), ldapMessage(1, ldapResult(tag.done, 0))]);
    const own = await session((socket) => socket.write(many));
    expect(await own.search(question, { ...step, line: () => {} })).toMatchObject({ ok: true });
  });

  it('hangs up when its time is over, and answers every later question with the same', async () => {
    const own = await session(() => {});
    const waiting = own.bind('alice', password, step);
    step.end();
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'run.cancelled' } });
    expect(await own.search(question, step)).toMatchObject({ ok: false, error: { code: 'run.cancelled' } });
    await server.closed;
  });

  it('says goodbye when it is closed, and nothing after that', async () => {
    const own = await session(() => {});
    own.close();
    own.close();
    await server.closed;
    expect(Buffer.concat(server.received[0] ?? []).toString('hex')).toBe('30050201014200');
    expect(await own.search(question, step)).toMatchObject({ ok: false, error: { code: 'net.reset' } });
  });
});
