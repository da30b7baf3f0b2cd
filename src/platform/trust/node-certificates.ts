import * as tls from 'node:tls';

/** The two lists that Node itself can give. */
export interface NodeCertificates {
  /** The operating system's store; empty where this version of Node cannot read it (before 22.15). */
  system(): readonly string[];
  /** The Mozilla list that Node was built with. */
  bundled(): readonly string[];
}

export const nodeCertificates: NodeCertificates = { system: systemCertificates, bundled: () => tls.rootCertificates };

/** Looked up at run time: the function is newer than the oldest Node that the engine runs on. */
function systemCertificates(): readonly string[] {
  const read: unknown = Reflect.get(tls, 'getCACertificates');
  if (typeof read !== 'function') return [];
  try {
    const found: unknown = read('system');
    return Array.isArray(found) ? found.filter((one): one is string => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
