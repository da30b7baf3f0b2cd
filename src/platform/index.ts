/** What the operating system knows: its DNS settings, the domain it belongs to, and whom it trusts. */
export { nodeRecorder } from './node-recorder.ts';
export { approves, type SuffixOrigin } from './origin.ts';
export type { OsDnsConfig } from './os-dns-config.ts';
export type { OsRecorder } from './os-recorder.ts';
export { readOsDns } from './read-os-dns.ts';
export { readTrustStore } from './trust/read-trust-store.ts';
export { parseRegQuery, type RegistryValue } from './windows/reg-query.ts';
