/** Something that an administrator publishes: a file at its place, or records in a zone. Its content is taken as it is. */
export interface Publication {
  /** URL, or in a few words what takes it. */
  readonly place: string;
  readonly content: string;
}
