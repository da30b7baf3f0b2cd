import type { OsRecorder } from '../os-recorder.ts';
import { readLinuxTrust } from './linux.ts';
import { readMacTrust } from './macos.ts';
import { type NodeCertificates, nodeCertificates } from './node-certificates.ts';
import { splitPem } from './pem.ts';
import type { TrustStore } from './trust-store.ts';
import { readWindowsTrust } from './windows.ts';

/**
 * Reads the system's trust store; never rejects. Node's own list stands in, with a note, where the system's cannot
 * be read. NODE_EXTRA_CA_CERTS is added, because Node itself forgets it as soon as a `ca` is given.
 */
export async function readTrustStore(
  recorder: OsRecorder,
  signal: AbortSignal,
  node: NodeCertificates = nodeCertificates,
): Promise<TrustStore> {
  const store = (await readSystemStore(recorder, signal, node)) ?? {
    certificates: [...node.bundled()],
    source: 'Node.js',
    notes: ["The system's trust store cannot be read; the list that comes with Node.js is used instead"],
  };
  const extraPath = recorder.environment('NODE_EXTRA_CA_CERTS');
  if (extraPath === null || extraPath === '') return store;
  const named = splitPem((await recorder.readFile(extraPath)) ?? '');
  const known = new Set(store.certificates);
  const extra = named.filter((one) => !known.has(one));
  if (named.length > 0 && extra.length === 0) return store;
  const note = `NODE_EXTRA_CA_CERTS adds ${extra.length} certificate${extra.length === 1 ? '' : 's'}`;
  return { ...store, certificates: [...store.certificates, ...extra], notes: [...store.notes, note] };
}

/** Null when the system gives none at all: an empty trust store would make every server look untrusted. */
async function readSystemStore(
  recorder: OsRecorder,
  signal: AbortSignal,
  node: NodeCertificates,
): Promise<TrustStore | null> {
  if (recorder.platform !== 'win32' && recorder.platform !== 'darwin') {
    // The bundle file is read in a millisecond; Node would open each certificate of a folder.
    return (await readLinuxTrust(recorder)) ?? fromNode(node);
  }
  const tool = recorder.platform === 'win32' ? readWindowsTrust : readMacTrust;
  return fromNode(node) ?? (await tool(recorder, signal));
}

function fromNode(node: NodeCertificates): TrustStore | null {
  const certificates = node.system();
  return certificates.length === 0 ? null : { certificates, source: 'operating system, through Node.js', notes: [] };
}
