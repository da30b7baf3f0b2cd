/** Passwords that people let this computer remember, and the system's store that encrypts them. */
export { openSecretStore, type SecretStore } from './secret-store.ts';
