/**
 * What a file is for. `import`: the client reads it when it is told to. `place`: it belongs where the client looks.
 * `administrator`: for every profile on the person's machine. `publish`: for the organisation's web server. `undo`: takes another one back.
 * `scan`: for a phone's camera. `read`: for a person.
 */
export type Purpose = 'import' | 'place' | 'administrator' | 'publish' | 'undo' | 'scan' | 'read';

export interface ProfileFile {
  /** Relative, with `/`; made of letters, digits, `.`, `_` and `-` only. */
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly mode: 0o600 | 0o644;
  readonly purpose: Purpose;
  /** Where it has to be for the client to see it, as its documentation writes that; null when anywhere will do. */
  readonly place: string | null;
}

/** What a person must know or do; each view has its own words for it. */
export const noteCodes = [
  'asks-for-password',
  'client-must-be-closed',
  'fresh-profile-only',
  'merge-with-existing',
  'store-password',
  'administrator-variant',
  'outlook-import',
  'outlook-new-cannot',
  'outlook-undo-forgets',
  'outlook-not-tried',
  'apple-install',
  'apple-unsigned',
  'kmail-no-import',
  'account-number',
  'claws-folder-tree',
  'scan-code',
  'no-reading',
  'format-of-version-2',
] as const;

export type NoteCode = (typeof noteCodes)[number];

export interface Note {
  readonly code: NoteCode;
  /** A command to copy, where the note has one. */
  readonly command?: string;
}

/** What an account becomes in a mail client. */
export interface Profile {
  readonly files: readonly ProfileFile[];
  readonly notes: readonly Note[];
  /** For a phone, where there is one: rows of modules with the light border, `1` where one is dark. */
  readonly qr?: readonly string[];
}
