import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClientAccount, signProfile } from '../../../src/clients/index.ts';
import { clientAccount, hostileAccount, plainServer } from '../../fakes/client-account.ts';
import { fileOf } from '../../fakes/client-files.ts';
import { hasJudges, output } from '../../fakes/program.ts';

type Keys = Readonly<Record<string, string | readonly string[]>>;
interface Table {
  readonly required: Keys;
  readonly optional: Keys;
}

const fixture = new URL('../../fixtures/clients/apple-mail-keys.json', import.meta.url);
const published: { common: Table; top: Table; mail: Table & { secret: readonly string[] } } = JSON.parse(
  readFileSync(fixture, 'utf8'),
);

/** Reads property lists and tells each value with its type. */
const reader = `
import json, plistlib, sys
def typed(value):
    kind = type(value).__name__
    if kind == 'dict': value = {key: typed(one) for key, one in value.items()}
    if kind == 'list': value = [typed(one) for one in value]
    return {'kind': kind, 'value': value}
print(json.dumps([typed(plistlib.loads(one.encode())) for one in json.load(sys.stdin)]))`;

interface Typed {
  readonly kind: string;
  readonly value: unknown;
}
type TypedDict = Readonly<Record<string, Typed>>;

function read(accounts: readonly ClientAccount[]): readonly { top: TypedDict; mail: TypedDict }[] {
  const plists = accounts.map((account) => fileOf('apple', account, '.mobileconfig'));
  const all: readonly { value: TypedDict }[] = JSON.parse(output('python3', ['-c', reader], JSON.stringify(plists)));
  return all.map(({ value: top }) => {
    const content = top['PayloadContent']?.value as readonly { value: TypedDict }[];
    return { top, mail: content[0]?.value ?? {} };
  });
}

function expectKeys(dict: TypedDict, ...tables: readonly Table[]): void {
  const known: Keys = Object.assign({}, ...tables.flatMap(({ required, optional }) => [required, optional]));
  for (const [key, { kind, value }] of Object.entries(dict)) {
    const wanted = known[key];
    expect(wanted, `${key} is published`).toBeDefined();
    if (typeof wanted === 'string') expect(kind, key).toBe(wanted);
    else expect(wanted, key).toContain(value);
  }
  for (const key of tables.flatMap(({ required }) => Object.keys(required))) expect(dict).toHaveProperty(key);
}

describe.runIf(hasJudges)('the configuration profile', () => {
  const kinds = [
    clientAccount(),
    clientAccount({ incoming: { ...plainServer, protocol: 'pop3', port: 995, authentication: 'encrypted-password' } }),
    clientAccount({ outgoing: { ...plainServer, port: 587, security: 'starttls', authentication: 'ntlm' } }),
    clientAccount({ outgoing: { ...plainServer, authentication: 'none' } }),
  ];

  const hostile = fc.sample(hostileAccount(), 200);
  const otherUser = clientAccount({ outgoing: { ...plainServer, user: 'other' } });
  // Starting Python takes longer than all it has to read.
  let profiles: ReturnType<typeof read> = [];
  beforeAll(() => {
    profiles = read([...kinds, otherUser, ...hostile]);
  });

  it('has the keys that Apple publishes, with their types, and no other', () => {
    for (const { top, mail } of profiles) {
      expectKeys(top, published.common, published.top);
      expectKeys(mail, published.common, published.mail);
      for (const key of published.mail.secret) expect(mail).not.toHaveProperty(key);
      expect(mail['PayloadType']?.value).toBe('com.apple.mail.managed');
      expect(top['PayloadUUID']?.value).not.toBe(mail['PayloadUUID']?.value);
    }
  });

  it('says what was put in, for any account', () => {
    for (const [index, account] of hostile.entries()) {
      const mail = profiles[kinds.length + 1 + index]?.mail;
      expect(mail?.['EmailAccountName']?.value).toBe(account.name);
      expect(mail?.['EmailAccountDescription']?.value).toBe(account.provider);
      expect(mail?.['IncomingMailServerUsername']?.value).toBe(account.incoming.user);
      expect(mail?.['OutgoingMailServerUsername']?.value).toBe(account.outgoing.user);
    }
  });

  it('asks once where both servers know the person by the same name', () => {
    const asksOnce = (index: number) => profiles[index]?.mail['OutgoingPasswordSameAsIncomingPassword']?.value;
    expect(asksOnce(0)).toBe(true);
    expect(asksOnce(kinds.length)).toBe(false);
  });
});

describe.runIf(hasJudges)('signing a profile', () => {
  let folder = '';
  const path = (name: string) => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'waypost-test-'));
    const subject = ['-subj', '/CN=signer.corp.example', '-days', '30'];
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', path('key.pem')];
    output('openssl', ['req', '-x509', ...key, ...subject, '-out', path('cert.pem')]);
    output('openssl', ['ec', '-in', path('key.pem'), '-aes256', '-passout', 'pass:locked', '-out', path('locked.pem')]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const content = fileOf('apple', clientAccount({ name: 'Zoë' }), '.mobileconfig');

  it('gives a message whose signature holds and whose content is the profile', async () => {
    const signed = await signProfile(content, { keyFile: path('key.pem'), certificateFile: path('cert.pem') });
    expect(signed.ok).toBe(true);
    if (!signed.ok) return;
    writeFileSync(path('signed'), signed.value);
    const words = ['-inform', 'DER', '-in', path('signed'), '-CAfile', path('cert.pem'), '-purpose', 'any'];
    expect(output('openssl', ['smime', '-verify', ...words])).toBe(content);
  });

  it.each([
    ['is locked', 'locked.pem'],
    ['is not there', 'nowhere.pem'],
  ])('is refused, without a question, when the key %s', async (_, key) => {
    const signed = await signProfile(content, { keyFile: path(key), certificateFile: path('cert.pem') });
    expect(signed).toMatchObject({ ok: false, error: { code: 'settings.not-signed' } });
  });
});
