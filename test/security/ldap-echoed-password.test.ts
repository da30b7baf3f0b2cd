// Threat: a server (or what poses as one, with a certificate of the company's own CA) answers a bind with the password in its
// diagnostic text: as it is, or in an encoding. Diagnostics become evidence, transcripts and saved support bundles, which
// people mail to others. The password must not be in any of them.
import { afterEach, describe, expect, it } from 'vitest';
import { createAttemptBudget, Secret } from '../../src/core/index.ts';
import { type LocatedDc, parseSignInName, signIn } from '../../src/directory/index.ts';
import { equal } from '../../src/directory/ldap/filter.ts';
import {
  host,
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

const text = 'S3cr3t-Pa55w0rd/ü';
const forms: [string, string][] = [
  ['as it is', text],
  ['in base64', Buffer.from(text).toString('base64')],
  ['in hex', Buffer.from(text).toString('hex')],
  ['percent-encoded', encodeURIComponent(text)],
  ['in UTF-16', Buffer.from(text, 'utf16le').toString('latin1')],
];

async function locatedDc(): Promise<LocatedDc> {
  const session = await server.session();
  const place = { host, address: '127.0.0.1', port: server.port, site: null, clientSite: null };
  return { ...place, domain: 'corp.example', netbiosDomain: null, forest: null, security: 'ldaps', session };
}

describe('a password that the directory echoes', () => {
  it.each(forms)('is masked in problem, exchange and transcript (%s)', async (_form, echoed) => {
    const answer = ldapResult(tag.bind, 49, `no such thing as ${echoed}, data 52e`);
    server = await scriptedServer((socket) => socket.write(ldapMessage(1, answer)));
    const step = recordingStep();
    const name = parseSignInName('alice@corp.example');
    if (!name.ok) throw new Error('no name');
    const credentials = { name: name.value, password: new Secret(text), budget: createAttemptBudget() };
    const outcome = await signIn({ ...credentials, dc: await locatedDc() }, step);
    const shown = JSON.stringify([outcome, step.exchanges, step.lines, step.patches]);
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'ldap.invalid-credentials' } });
    expect(shown).toContain('no such thing as ••••••••');
    expect(shown).not.toContain(JSON.stringify(echoed).slice(1, -1));
  });

  it('is masked in everything that the server says later on', async () => {
    server = await scriptedServer((socket, request) => {
      const isBind = request.includes(0x60);
      const id = isBind ? 1 : 2;
      const said = isBind
        ? [ldapResult(tag.bind, 0)]
        : [ldapEntry(`CN=${text}`, [['cn', [text]]]), ldapResult(tag.done, 0, text)];
      for (const operation of said) socket.write(ldapMessage(id, operation));
    });
    const { session } = await locatedDc();
    const step = recordingStep();
    await session.bind('alice', new Secret(text), step);
    const answer = await session.search(
      { base: '', scope: 'base', filter: equal('cn', 'a'), attributes: ['cn'], sizeLimit: 1 },
      step,
    );
    if (!answer.ok) throw new Error('no answer');
    const [entry] = answer.value.entries;
    expect([entry?.dn, entry?.values('cn'), answer.value.result.message]).toEqual([
      'CN=••••••••',
      ['••••••••'],
      '••••••••',
    ]);
    expect(JSON.stringify([step.exchanges, step.lines])).not.toContain(text);
  });
});
