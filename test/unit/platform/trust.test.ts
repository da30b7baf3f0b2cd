import { rootCertificates } from 'node:tls';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTrustStore } from '../../../src/platform/index.ts';
import { splitPem } from '../../../src/platform/trust/pem.ts';
import { NEVER, type Recording, recordedMachine } from './recorded-machine.ts';

const pem = (body: string) => `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
const SYSTEM = pem('U1lTVEVN');
const COMPANY = pem('Q09NUEFOWQ==');
const BUNDLED = pem('Tk9ERQ==');
const OLD_NODE = { system: () => [], bundled: () => [BUNDLED] };
const NEW_NODE = { system: () => [SYSTEM], bundled: () => [BUNDLED] };
const DEBIAN = '/etc/ssl/certs/ca-certificates.crt';

const read = (recording: Recording, node = OLD_NODE) => readTrustStore(recordedMachine(recording), NEVER, node);

describe('the trust store', () => {
  test.each([
    DEBIAN,
    '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
    '/etc/pki/tls/certs/ca-bundle.crt',
    '/etc/ssl/ca-bundle.pem',
    '/etc/ssl/cert.pem',
  ])('of Linux is found at %s, without a process', async (path) => {
    const machine = recordedMachine({ files: { [path]: SYSTEM + COMPANY } });
    const store = await readTrustStore(machine, NEVER, OLD_NODE);
    expect(store).toEqual({ certificates: [SYSTEM, COMPANY], source: path, notes: [] });
    expect(machine.ran).toEqual([]);
  });

  test('is what SSL_CERT_FILE names', async () => {
    const files = { [DEBIAN]: SYSTEM, '/opt/company.pem': COMPANY };
    expect(await read({ files, environment: { SSL_CERT_FILE: '/opt/company.pem' } })).toMatchObject({
      certificates: [COMPANY],
      source: 'SSL_CERT_FILE',
    });
  });

  test('takes only what OpenSSL would take from the folders of SSL_CERT_DIR', async () => {
    const files = { '/a/1a2b3c4d.0': SYSTEM, '/a/notes.pem': BUNDLED, '/b/ffffffff.1': COMPANY };
    expect((await read({ files, environment: { SSL_CERT_DIR: '/a:/b' } })).certificates).toEqual([SYSTEM, COMPANY]);
  });

  test('stays the system’s when SSL_CERT_FILE names nothing useful, and that is said', async () => {
    const store = await read({ files: { [DEBIAN]: SYSTEM }, environment: { SSL_CERT_FILE: '/gone.pem' } });
    expect(store.certificates).toEqual([SYSTEM]);
    expect(store.notes).toEqual(["SSL_CERT_FILE is set, but no certificate is there; the system's bundle is used"]);
  });

  test('is joined by NODE_EXTRA_CA_CERTS, each certificate once', async () => {
    const files = { [DEBIAN]: SYSTEM, '/opt/company.pem': COMPANY + SYSTEM };
    const store = await read({ files, environment: { NODE_EXTRA_CA_CERTS: '/opt/company.pem' } });
    expect(store.certificates).toEqual([SYSTEM, COMPANY]);
    expect(store.notes).toEqual(['NODE_EXTRA_CA_CERTS adds 1 certificate']);
    const gone = await read({ files, environment: { NODE_EXTRA_CA_CERTS: '/gone.pem' } });
    expect(gone.notes).toEqual(['NODE_EXTRA_CA_CERTS adds 0 certificates']);
  });

  test.each(['linux', 'win32', 'darwin'])(
    'of %s comes through Node where Node can and nothing quicker is there',
    async (platform) => {
      const machine = recordedMachine({ platform });
      expect((await readTrustStore(machine, NEVER, NEW_NODE)).certificates).toEqual([SYSTEM]);
      expect(machine.ran).toEqual([]);
    },
  );

  test.each(['linux', 'win32', 'darwin'])(
    'of %s is Node’s own list when the system gives none, and that is said',
    async (platform) => {
      const store = await read({ platform });
      expect(store).toMatchObject({ certificates: [BUNDLED], source: 'Node.js' });
      expect(store.notes).toHaveLength(1);
    },
  );

  test('of Windows is exported by PowerShell for an older Node', async () => {
    const output = SYSTEM.replace(/\n/g, '\r\n');
    const store = await read({ platform: 'win32', outputs: { 'powershell.exe': output } });
    expect(store).toEqual({ certificates: [SYSTEM], source: 'Windows root stores', notes: [] });
  });

  test('of a Mac takes authorities from the keychains, and nothing that is not one', async () => {
    const root = rootCertificates[0] ?? '';
    const outputs = { 'security find-certificate -a -p': `${COMPANY}${root}\n` };
    const store = await read({ platform: 'darwin', outputs });
    expect(store.certificates).toEqual(splitPem(root));
    expect(store.source).toBe('system keychains');
  });
});

describe('a PEM bundle', () => {
  test('gives its certificates and neither keys, remarks nor broken blocks', () => {
    const cut = '-----BEGIN CERTIFICATE-----\nQ1VU\n';
    const key = '-----BEGIN PRIVATE KEY-----\nS0VZ\n-----END PRIVATE KEY-----\n';
    const bad = pem('not base64!');
    expect(splitPem(`# Company CA\n${cut}${SYSTEM}${key}${bad}${COMPANY}${SYSTEM}${cut}`)).toEqual([SYSTEM, COMPANY]);
  });

  test('of any content is read without an error, into blocks that read back the same', () => {
    const piece = fc.oneof(
      fc.constantFrom(SYSTEM, COMPANY, '-----BEGIN CERTIFICATE-----', '-----END CERTIFICATE-----'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const found = splitPem(pieces.join('\n'));
        expect(splitPem(found.join(''))).toEqual(found);
      }),
    );
  });

  test('keeps every certificate that Node itself trusts', () => {
    expect(splitPem(rootCertificates.join('\n'))).toHaveLength(new Set(rootCertificates).size);
  });
});
