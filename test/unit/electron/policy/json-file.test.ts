import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPolicy } from '../../../../electron/policy/index.ts';
import { administered, rootGuards } from './administered.ts';

const path = '/etc/waypost/policy.json';
const read = (content: unknown, more: Record<string, string> = {}) =>
  readPolicy({ machine: administered({ files: { [path]: JSON.stringify(content), ...more } }) });
const faultsOf = async (content: unknown, more: Record<string, string> = {}) =>
  (await read(content, more)).state.faults.map(({ fault, detail }) => `${fault} ${detail}`.trim());

const pem = await readFile(new URL('../../../fixtures/net/ca.pem', import.meta.url), 'utf8');

describe('a policy file', () => {
  it('pre-sets what stands there bare, and locks what says so', async () => {
    const { values, state } = await read({
      version: 1,
      server: { value: 'Mail.corp.example', locked: true },
      domain: { value: 'corp.example' },
      approvedDomains: { value: ['corp.example', 'hosted.example'], locked: true },
      relay: { port: 587, security: 'starttls' },
      timeout: 90,
      language: 'de',
    });
    expect(values).toEqual({
      locked: { server: 'mail.corp.example', approvedDomains: ['corp.example', 'hosted.example'] },
      preset: { domain: 'corp.example', relay: { port: 587, security: 'starttls' }, timeout: 90, language: 'de' },
    });
    expect(state.fields.map(({ field, value, locked }) => `${field} ${value} ${locked}`)).toEqual([
      'server mail.corp.example true',
      'domain corp.example false',
      'approvedDomains corp.example, hosted.example true',
      'relay 587 starttls false',
      'timeout 90 false',
      'language de false',
    ]);
    expect(new Set(state.fields.map(({ source }) => source))).toEqual(new Set([path]));
    expect(state.faults).toEqual([]);
  });

  it('that is not there changes nothing', async () => {
    const { state, values } = await readPolicy({ machine: administered({}) });
    expect(state).toEqual({ fields: [], sendTests: true, updates: true, rememberPasswords: true, faults: [] });
    expect(values).toEqual({ locked: {}, preset: {} });
  });

  it('forbids whether it says that it locks or not, since there is no setting that could differ', async () => {
    const { state } = await read({ version: 1, sendTests: false, rememberPasswords: { value: false } });
    expect(state).toMatchObject({ sendTests: false, rememberPasswords: false, updates: true });
    expect(state.fields.map(({ locked }) => locked)).toEqual([true, true]);
  });

  it('forbids updates only when that is locked', async () => {
    expect((await read({ version: 1, updates: false })).state.updates).toBe(true);
    expect((await read({ version: 1, updates: { value: false, locked: true } })).state.updates).toBe(false);
  });

  it('may begin with a byte order mark, and may hold comments', async () => {
    const text = `\ufeff${JSON.stringify({ version: 1, $comment: 'by the mail team', server: 'mail' })}`;
    const { values, state } = await readPolicy({ machine: administered({ files: { [path]: text } }) });
    expect(values.preset).toEqual({ server: 'mail' });
    expect(state.faults).toEqual([]);
  });

  it.each([
    [{ version: 1, servre: 'mail' }, 'unknown-field servre'],
    [{ version: 1, server: 'smtp://mail' }, 'wrong-value server'],
    [{ version: 1, server: { value: 'mail', locked: 'yes' } }, 'wrong-value server'],
    [{ version: 1, server: { locked: true } }, 'wrong-value server'],
    [{ version: 1, domain: 'not a domain' }, 'wrong-value domain'],
    [{ version: 1, approvedDomains: 'corp.example' }, 'wrong-value approvedDomains'],
    [{ version: 1, approvedDomains: ['corp.example', '*'] }, 'wrong-value approvedDomains'],
    [{ version: 1, relay: { port: 70_000 } }, 'wrong-value relay'],
    [{ version: 1, relay: { security: 'none' } }, 'wrong-value relay'],
    [{ version: 1, timeout: '90' }, 'wrong-value timeout'],
    [{ version: 1, timeout: 0 }, 'wrong-value timeout'],
    [{ version: 1, language: 'pseudo' }, 'wrong-value language'],
    [{ version: 1, sendTests: 'no' }, 'wrong-value sendTests'],
    [{ version: 1, updateFeed: 'http://updates.example/' }, 'wrong-value updateFeed'],
    [{ version: 1, ca: 'ca.pem' }, 'wrong-value ca'],
    [{ version: 1, ca: '\\\\server\\share\\ca.pem' }, 'wrong-value ca'],
    [{ version: 2, server: 'mail' }, 'newer-version'],
    [{ server: 'mail' }, 'not-a-policy'],
    [['mail'], 'not-a-policy'],
    [null, 'not-a-policy'],
  ])('%j is said to be wrong: %s', async (content, fault) => {
    expect(await faultsOf(content)).toEqual([fault]);
  });

  it('loses only the fields that are wrong', async () => {
    const { values, state } = await read({ version: 1, server: 'mail', domain: 7, nonsense: true });
    expect(values.preset).toEqual({ server: 'mail' });
    expect(state.faults.map(({ fault }) => fault).sort()).toEqual(['unknown-field', 'wrong-value']);
  });

  it('with thousands of unknown names says so in bounds', async () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`${'x'.repeat(500)}${i}`, 1]));
    const { faults } = (await read({ version: 1, ...many })).state;
    expect(faults).toHaveLength(50);
    expect(Math.max(...faults.map(({ detail }) => detail.length))).toBeLessThan(300);
  });

  it('never touches what every object has', async () => {
    const { state } = await readPolicy({
      machine: administered({ files: { [path]: '{"version":1,"__proto__":{"value":1},"constructor":true}' } }),
    });
    expect(state.fields).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'value')).toBe(false);
  });

  it.each([
    ['{ "version": 1,', 'not-json'],
    ['', 'not-json'],
  ])('holding “%s” is %s', async (text, fault) => {
    const { state } = await readPolicy({ machine: administered({ files: { [path]: text } }) });
    expect(state.faults).toEqual([{ source: path, fault, detail: '' }]);
  });

  it.each(['unreadable', 'too-large'] as const)('that is %s says so', async (fault) => {
    const { state } = await readPolicy({ machine: administered({ files: { [path]: fault } }) });
    expect(state.faults).toEqual([{ source: path, fault, detail: '' }]);
  });
});

describe('a policy file counts for nothing, which is said,', () => {
  const [file, folder] = rootGuards(path);
  it.each([
    ['when somebody else owns it', [{ ...file, owner: 1_000 }, folder]],
    ['when its group can write it', [{ ...file, mode: 0o100664 }, folder]],
    ['when everybody can write it', [{ ...file, mode: 0o100646 }, folder]],
    ['when somebody else owns its folder', [file, { ...folder, owner: 1_000 }]],
    ['when everybody can put another one into its folder', [file, { ...folder, mode: 0o41777 }]],
  ])('%s', async (_, found) => {
    const guards = found.map((guard) => ({ path, owner: 0, mode: 0, ...guard }));
    const content = Buffer.from('{"version":1,"server":"mail"}');
    const { state, values } = await readPolicy({ machine: administered({ files: { [path]: { content, guards } } }) });
    expect(state.faults).toEqual([{ source: path, fault: 'unprotected', detail: '' }]);
    expect(values).toEqual({ locked: {}, preset: {} });
  });
});

describe('the certificates that a policy names', () => {
  const policy = { version: 1, ca: { value: '/etc/waypost/ca.pem', locked: true } };

  it('are read, and shown as the name of their file', async () => {
    const { values, state } = await read(policy, { '/etc/waypost/ca.pem': `our authority\n${pem}` });
    expect(values.locked.ca).toEqual({ file: '/etc/waypost/ca.pem', pem: pem.trim() });
    expect(state.fields).toMatchObject([{ field: 'ca', value: '/etc/waypost/ca.pem', locked: true }]);
  });

  it.each([
    ['ca-unreadable', {}],
    ['no-certificate', { '/etc/waypost/ca.pem': 'a letter' }],
    ['private-key', { '/etc/waypost/ca.pem': '-----BEGIN PRIVATE KEY-----' }],
  ])('that cannot be used are said: %s', async (fault, files) => {
    const { values, state } = await read(policy, files);
    expect(values.locked).toEqual({});
    expect(state.fields).toEqual([]);
    expect(state.faults).toEqual([{ source: path, fault, detail: '/etc/waypost/ca.pem' }]);
  });

  it('are not believed when an ordinary user can write them', async () => {
    const guards = [{ path: '/etc/waypost/ca.pem', owner: 0, mode: 0o100666 }];
    const files = { [path]: JSON.stringify(policy), '/etc/waypost/ca.pem': { content: Buffer.from(pem), guards } };
    const { state } = await readPolicy({ machine: administered({ files }) });
    expect(state.faults.map(({ fault }) => fault)).toEqual(['ca-unprotected']);
  });
});

describe.runIf(process.platform === 'linux')('on this machine', () => {
  const root = mkdtempSync(join(tmpdir(), 'waypost-policy-'));
  afterAll(() => rmSync(root, { recursive: true }));
  const at = (name: string, text: string, mode = 0o644) => {
    const folder = join(root, name);
    mkdirSync(folder, { mode: 0o755 });
    writeFileSync(join(folder, 'policy.json'), text, { mode });
    chmodSync(join(folder, 'policy.json'), mode);
    return join(folder, 'policy.json');
  };
  const isRoot = process.getuid?.() === 0;
  const faults = async (...files: string[]) => (await readPolicy({ files })).state.faults.map(({ fault }) => fault);

  it.runIf(isRoot)('a file of the administrator’s is read', async () => {
    const { values } = await readPolicy({ files: [at('good', '{"version":1,"server":"mail"}')] });
    expect(values.preset).toEqual({ server: 'mail' });
  });

  it.runIf(!isRoot)('a file of an ordinary user’s counts for nothing', async () => {
    expect(await faults(at('mine', '{"version":1}'))).toEqual(['unprotected']);
  });

  it('a file that everybody can write, or that lies where everybody can, counts for nothing', async () => {
    expect(await faults(at('writable', '{"version":1}', 0o666))).toEqual(['unprotected']);
    const file = at('open', '{"version":1}');
    chmodSync(join(root, 'open'), 0o1777);
    expect(await faults(file)).toEqual(['unprotected']);
  });

  it('a link into such a folder counts for nothing either', async () => {
    mkdirSync(join(root, 'links'), { mode: 0o755 });
    symlinkSync(join(root, 'open', 'policy.json'), join(root, 'links', 'policy.json'));
    expect(await faults(join(root, 'links', 'policy.json'))).toEqual(['unprotected']);
  });

  it('a folder, a device and a file without end are said, and a missing file is nothing', async () => {
    mkdirSync(join(root, 'folder', 'policy.json'), { recursive: true });
    expect(await faults(join(root, 'folder', 'policy.json'), '/dev/zero')).toEqual(['unreadable', 'unreadable']);
    expect(await faults(at('large', ' '.repeat(1_048_577)))).toEqual(['too-large']);
    expect(await faults(join(root, 'nowhere', 'policy.json'))).toEqual([]);
  });
});
