import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SecretStoreState } from '../../../../electron/contract.ts';
import { openSecretStore } from '../../../../electron/secrets/index.ts';
import { Secret } from '../../../../src/core/index.ts';

const password = 'correct horse';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'secrets.json');
const text = () => readFileSync(file(), 'utf8');

interface FakeSystem {
  readonly platform?: string;
  readonly available?: boolean;
  /** What Electron says that it has chosen; undefined: too old to say. */
  readonly backend?: string;
  /** What the keyring answers to the question whether it is locked or open; null: nobody answers. */
  readonly answer?: string | null;
  readonly allowed?: boolean;
  readonly demo?: boolean;
  /** A system with another key cannot read what this one wrote. */
  readonly key?: number;
}

/** A system's store that flips bits, and says how often it was asked. */
function system(fake: FakeSystem = {}) {
  const { platform = 'linux', available = true, backend, answer = '   variant       boolean false', key = 0x55 } = fake;
  const asked: string[] = [];
  const flip = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ key));
  const mark = Buffer.from(`k${key}`);
  const safeStorage = {
    isEncryptionAvailable() {
      asked.push('safeStorage');
      return available;
    },
    encryptString: (plain: string) => Buffer.concat([mark, flip(Buffer.from(plain))]),
    decryptString(sealed: Buffer) {
      if (!sealed.subarray(0, mark.length).equals(mark)) throw new Error('Error while decrypting the ciphertext');
      return flip(sealed.subarray(mark.length)).toString();
    },
    ...(backend === undefined ? {} : { getSelectedStorageBackend: () => backend }),
  };
  const machine = {
    async run(command: string, args: readonly string[]) {
      asked.push(`${command} ${args.join(' ')}`);
      return answer;
    },
  };
  const { allowed = true, demo = false } = fake;
  return { asked, open: () => openSecretStore({ folder, safeStorage, platform, allowed, demo, machine }) };
}

const open = (fake: FakeSystem = {}) => system(fake).open();
const matches = async (secret: Promise<Secret | null>) => (await secret)?.maskedIn(password) === String(new Secret(''));

describe('a remembered password', () => {
  it('is there again the next time, for that name in capitals or not', async () => {
    await (await open()).remember('Alice@corp.example', new Secret(password));
    const store = await open();
    expect(await matches(store.recall('alice@CORP.example'))).toBe(true);
    expect(await store.recall('bob@corp.example')).toBeNull();
    expect(store.state().remembered).toEqual([
      { user: 'Alice@corp.example', savedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) },
    ]);
  });

  it('stands in the file only encrypted, and the file is its owner’s only', async () => {
    await (await open()).remember('alice@corp.example', new Secret(password));
    expect(text()).not.toContain(password);
    expect(text()).not.toContain(Buffer.from(password).toString('base64'));
    if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['secrets.json']);
  });

  it('takes the place of the one before', async () => {
    const store = await open();
    await store.remember('alice', new Secret('old password'));
    await store.remember('ALICE', new Secret(password));
    expect(await matches(store.recall('alice'))).toBe(true);
    expect(store.state().remembered).toHaveLength(1);
  });

  it('is asked for again when the system cannot read it any more', async () => {
    await (await open()).remember('alice', new Secret(password));
    expect(await (await open({ key: 0x33 })).recall('alice')).toBeNull();
  });

  it('is not lost when several are remembered at once', async () => {
    const store = await open();
    await Promise.all(['a', 'b', 'c'].map((user) => store.remember(user, new Secret(password))));
    expect((await open()).state().remembered.map(({ user }) => user)).toEqual(['a', 'b', 'c']);
  });

  it('has no list of names that could mislead an object', async () => {
    const store = await open();
    await store.remember('__proto__', new Secret(password));
    expect(await matches(store.recall('__proto__'))).toBe(true);
    expect(await store.recall('constructor')).toBeNull();
  });
});

describe('a forgotten password', () => {
  const sealedIn = () => JSON.parse(text()).entries.map(({ sealed }: { sealed: string }) => sealed);

  it('is gone from the file', async () => {
    const store = await open();
    await store.remember('alice', new Secret(password));
    await store.remember('bob', new Secret('another one'));
    const [alice, bob] = sealedIn();
    expect((await store.forget('ALICE')).remembered.map(({ user }) => user)).toEqual(['bob']);
    expect(text()).not.toContain(alice);
    expect(sealedIn()).toEqual([bob]);
    expect(readdirSync(folder)).toEqual(['secrets.json']);
    expect(await store.recall('alice')).toBeNull();
    expect((await open()).state().remembered.map(({ user }) => user)).toEqual(['bob']);
  });

  // Windows gives no file another name while somebody reads it.
  it.skipIf(process.platform === 'win32')('is overwritten where it stood', async () => {
    const store = await open();
    await store.remember('alice', new Secret(password));
    const before = openSync(file(), 'r');
    await store.forget('alice');
    const left = readFileSync(before);
    closeSync(before);
    expect(left.length).toBeGreaterThan(0);
    expect(left.equals(Buffer.alloc(left.length))).toBe(true);
  });

  it('may be all of them, also without a keyring', async () => {
    const first = await open();
    await first.remember('alice', new Secret(password));
    await first.remember('bob', new Secret(password));
    const { asked, open: openAgain } = system({ answer: null, available: false });
    const store = await openAgain();
    expect(store.state().remembered).toHaveLength(2);
    expect((await store.forget('all')).remembered).toEqual([]);
    expect(sealedIn()).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('leaves nothing of a file that was half written', async () => {
    const store = await open();
    await store.remember('alice', new Secret(password));
    writeFileSync(`${file()}.new`, text());
    await store.forget('alice');
    expect(readdirSync(folder)).toEqual(['secrets.json']);
  });

  it('need not have been remembered', async () => {
    expect((await (await open()).forget('nobody')).remembered).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is told to whoever listens', async () => {
    const store = await open();
    await store.remember('alice', new Secret(password));
    const told: SecretStoreState[] = [];
    store.onChange((state) => told.push(state));
    await store.forget('all');
    expect(told.map(({ remembered }) => remembered)).toEqual([[]]);
  });
});

describe('a file that makes no sense', () => {
  it.each(['', '{', '[]', '{"version":2,"entries":[]}', '{"version":1,"entries":[{"user":"alice"}]}'])(
    'such as “%s” holds no passwords, and can be written and forgotten again',
    async (content) => {
      writeFileSync(file(), content);
      const store = await open();
      expect(store.state().remembered).toEqual([]);
      await store.forget('all');
      await store.remember('alice', new Secret(password));
      expect(await matches(store.recall('alice'))).toBe(true);
      expect(readdirSync(folder)).toEqual(['secrets.json']);
    },
  );
});

describe('the system’s store', () => {
  it('is not asked before somebody needs it', async () => {
    await (await open()).remember('alice', new Secret(password));
    const { asked, open: openAgain } = system();
    const store = await openAgain();
    expect(store.state()).toMatchObject({ state: 'none', backend: '' });
    await store.recall('somebody else');
    expect(asked).toEqual([]);
    await store.recall('alice');
    expect(asked.length).toBeGreaterThan(0);
    expect(store.state().state).toBe('ready');
  });

  it.each([
    ['linux', { backend: 'gnome_libsecret' }, 'ready', 'Secret Service'],
    ['linux', {}, 'ready', 'Secret Service'],
    ['linux', { backend: 'kwallet6', answer: 'boolean true' }, 'ready', 'KWallet'],
    ['linux', { answer: 'b false' }, 'ready', 'Secret Service'],
    ['linux', { backend: 'basic_text' }, 'plain-text', ''],
    ['linux', { answer: '   variant       boolean true' }, 'locked', 'Secret Service'],
    ['linux', { backend: 'kwallet5', answer: 'b false' }, 'locked', 'KWallet'],
    ['linux', { answer: null }, 'none', 'Secret Service'],
    ['linux', { answer: 'Error org.freedesktop.DBus.Error.ServiceUnknown' }, 'none', 'Secret Service'],
    ['linux', { available: false }, 'none', 'Secret Service'],
    ['darwin', {}, 'ready', 'macOS Keychain'],
    ['darwin', { available: false }, 'none', 'macOS Keychain'],
    ['win32', {}, 'ready', 'Windows DPAPI'],
  ] as const)('on %s with %j is %s', async (platform, fake, state, backend) => {
    const store = await open({ platform, ...fake });
    expect(await store.look()).toMatchObject({ state, backend });
    const remembering = store.remember('alice', new Secret(password));
    if (state === 'ready') await remembering;
    else await expect(remembering).rejects.toThrow(/no store/);
    expect(readdirSync(folder)).toEqual(state === 'ready' ? ['secrets.json'] : []);
  });

  it('is left alone while it is locked, for asking would stop the program', async () => {
    await (await open()).remember('alice', new Secret(password));
    const { asked, open: openAgain } = system({ answer: 'variant boolean true' });
    const store = await openAgain();
    expect((await store.look()).state).toBe('locked');
    expect(await store.recall('alice')).toBeNull();
    expect(asked).not.toContain('safeStorage');
  });

  it('is asked again once it may have been opened, and tells when it was', async () => {
    let answer = 'b true';
    const safeStorage = { isEncryptionAvailable: () => true, encryptString: Buffer.from, decryptString: String };
    const options = { folder, safeStorage, platform: 'linux', allowed: true, demo: false };
    const store = await openSecretStore({ ...options, machine: { run: async () => answer } });
    const told: string[] = [];
    store.onChange(({ state }) => told.push(state));
    await store.look();
    await store.look();
    answer = 'b false';
    await store.look();
    expect(told).toEqual(['locked', 'ready']);
  });

  it('is asked again when the person comes back, only while it is locked', async () => {
    let answer: string | null = null;
    let questions = 0;
    const safeStorage = { isEncryptionAvailable: () => true, encryptString: Buffer.from, decryptString: String };
    const machine = {
      async run() {
        questions += 1;
        return answer;
      },
    };
    const store = await openSecretStore({
      folder,
      safeStorage,
      platform: 'linux',
      allowed: true,
      demo: false,
      machine,
    });
    const told: string[] = [];
    store.onChange(({ state }) => told.push(state));
    await store.lookAgain();
    expect(questions).toBe(0);
    answer = 'b true';
    await store.look();
    expect((await store.lookAgain()).state).toBe('locked');
    answer = 'b false';
    expect((await store.lookAgain()).state).toBe('ready');
    const before = questions;
    await store.lookAgain();
    expect(questions).toBe(before);
    expect(told).toEqual(['locked', 'ready']);
  });

  it('is asked over D-Bus by fixed commands', async () => {
    const { asked, open: openIt } = system({ backend: 'kwallet6', answer: null });
    await (await openIt()).look();
    expect(asked).toEqual([
      'dbus-send --session --print-reply --dest=org.kde.kwalletd6 /modules/kwalletd6 org.kde.KWallet.isOpen string:kdewallet',
      'busctl --user call org.kde.kwalletd6 /modules/kwalletd6 org.kde.KWallet isOpen s kdewallet',
    ]);
  });
});

describe('nothing is remembered', () => {
  it('where a policy forbids it, and what was remembered before is deleted', async () => {
    await (await open()).remember('alice', new Secret(password));
    const store = await open({ allowed: false });
    expect(await store.look()).toMatchObject({ state: 'forbidden', remembered: [] });
    expect(JSON.parse(text()).entries).toEqual([]);
    expect(await store.recall('alice')).toBeNull();
    await expect(store.remember('alice', new Secret(password))).rejects.toThrow();
  });

  it('in the demo, which leaves what is there alone', async () => {
    await (await open()).remember('alice', new Secret(password));
    const store = await open({ demo: true });
    expect(await store.look()).toEqual({ state: 'demo', backend: '', remembered: [] });
    expect(await store.recall('alice')).toBeNull();
    await expect(store.remember('alice', new Secret(password))).rejects.toThrow();
    await store.forget('all');
    expect(await matches((await open()).recall('alice'))).toBe(true);
  });
});
