import type { OsRecorder } from '../os-recorder.ts';
import { splitPem } from './pem.ts';
import type { TrustStore } from './trust-store.ts';

/** Where the distributions keep the bundle that their update tools write. */
const BUNDLES: readonly string[] = [
  '/etc/ssl/certs/ca-certificates.crt', // Debian, Ubuntu, Arch, Gentoo, Alpine
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem', // Fedora, Red Hat
  '/etc/pki/tls/certs/ca-bundle.crt', // older Red Hat
  '/etc/ssl/ca-bundle.pem', // SUSE
  '/etc/ssl/cert.pem', // Alpine, the BSDs
];

/**
 * The trust store of a Linux machine: what SSL_CERT_FILE and SSL_CERT_DIR name (OpenSSL's variables, which then
 * stand for the whole store), else the distribution's bundle. Null when there is none.
 */
export async function readLinuxTrust(recorder: OsRecorder): Promise<TrustStore | null> {
  const notes: string[] = [];
  const chosen = await fromEnvironment(recorder, notes);
  if (chosen !== null) return { ...chosen, notes };
  for (const path of BUNDLES) {
    const certificates = splitPem((await recorder.readFile(path)) ?? '');
    if (certificates.length > 0) return { certificates, source: path, notes };
  }
  return null;
}

async function fromEnvironment(
  recorder: OsRecorder,
  notes: string[],
): Promise<{ certificates: string[]; source: string } | null> {
  const file = recorder.environment('SSL_CERT_FILE') ?? '';
  const folders = (recorder.environment('SSL_CERT_DIR') ?? '').split(':').filter(Boolean);
  if (file === '' && folders.length === 0) return null;
  const listed = (await Promise.all(folders.map((folder) => certificateFiles(recorder, folder)))).flat();
  const paths = [...(file === '' ? [] : [file]), ...listed];
  const texts = await Promise.all(paths.map((path) => recorder.readFile(path)));
  const certificates = [...new Set(texts.flatMap((text) => splitPem(text ?? '')))];
  const names = [...(file === '' ? [] : ['SSL_CERT_FILE']), ...(folders.length === 0 ? [] : ['SSL_CERT_DIR'])].join(
    ' and ',
  );
  if (certificates.length > 0) return { certificates, source: names };
  notes.push(`${names} is set, but no certificate is there; the system's bundle is used`);
  return null;
}

/** OpenSSL looks at hash names only (openssl-rehash(1)); one bundle of the same tool is far quicker than all of those. */
async function certificateFiles(recorder: OsRecorder, folder: string): Promise<readonly string[]> {
  const paths = await recorder.list(folder);
  const bundles = paths.filter((path) =>
    /\/(?:ca-certificates\.crt|tls-ca-bundle\.pem|ca-bundle\.(?:crt|pem))$/.test(path),
  );
  return bundles.length > 0 ? bundles : paths.filter((path) => /\/[0-9a-f]{8}\.\d+$/.test(path));
}
