/** `area.kind`, for example `ldap.password-expired`. The catalogue in `problems/` knows each of them. */
export type ProblemCode = `${string}.${string}`;

/** Who can fix it. `network` is whoever runs routers, firewalls and VPNs. */
export type Owner = 'user' | 'directory' | 'dns' | 'mail' | 'network';

/** A change of the request that would answer or avoid a problem; shown as an option or a button. */
export interface Remedy {
  readonly option: RemedyOption;
  readonly value: string;
}

export type RemedyOption =
  | 'approve-domain'
  | 'ca'
  | 'dns'
  | 'domain'
  | 'from'
  | 'port'
  | 'relay-user'
  | 'search'
  | 'server'
  | 'site'
  | 'user';

/**
 * Something that is wrong, as data. `evidence` is untrusted text, as it came from a server or the system;
 * whoever shows it escapes it for the place where it is shown.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly args: Readonly<Record<string, string | number>>;
  readonly evidence: readonly string[];
  readonly cause?: Problem;
  readonly remedies: readonly Remedy[];
  /** Set where the place of the fault names somebody else than the catalogue does: a DC's certificate is the directory's. */
  readonly owner?: Owner;
}
