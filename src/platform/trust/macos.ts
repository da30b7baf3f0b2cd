import { X509Certificate } from 'node:crypto';
import type { OsRecorder } from '../os-recorder.ts';
import { splitPem } from './pem.ts';
import type { TrustStore } from './trust-store.ts';

const KEYCHAINS: readonly string[] = [
  '/System/Library/Keychains/SystemRootCertificates.keychain',
  '/Library/Keychains/System.keychain',
];
/** Milliseconds. */
const SECURITY_TIMEOUT = 5000;

/** The roots in the Mac's system keychains, through security(1); null when it gives none. */
export async function readMacTrust(recorder: OsRecorder, signal: AbortSignal): Promise<TrustStore | null> {
  const args = ['find-certificate', '-a', '-p', ...KEYCHAINS];
  const output = await recorder.run('security', args, { timeout: SECURITY_TIMEOUT, signal });
  const certificates = splitPem(output ?? '').filter(isAuthority);
  if (certificates.length === 0) return null;
  return {
    certificates,
    source: 'system keychains',
    notes: ['Certificates that were marked as not trusted in a keychain are not told apart'],
  };
}

/** The System keychain also holds the machine's own certificates, which vouch for nobody else. */
function isAuthority(pem: string): boolean {
  try {
    return new X509Certificate(pem).ca;
  } catch {
    return false;
  }
}
