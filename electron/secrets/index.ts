/** Passwords that people let this computer remember, and the system's store that encrypts them. */
export type { SafeStorage } from './backend.ts';
export { openSecretStore, type SecretStore, type SecretStoreOptions } from './secret-store.ts';
