/** The certificate authorities this machine trusts. */
export interface TrustStore {
  /** PEM, one certificate each: as they are for the `ca` of a TLS context, of which a process should make only one. */
  readonly certificates: readonly string[];
  readonly source: string;
  readonly notes: readonly string[];
}
