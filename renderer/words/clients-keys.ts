import type { ClientOpened, ClientProfile, ClientUndone } from '../../electron/contract.ts';

// What a table of words about mail clients must have, so that nothing the main process can answer has no word.

type Sentence = (title: string, detail: string) => string;
type Refused<T, K extends string> = T extends { readonly reason: infer R extends string } ? Exclude<R, K> : never;

export type ClientNote = Readonly<Record<ClientProfile['notes'][number]['code'], string>>;
export type FilePurpose = Readonly<Record<ClientProfile['files'][number]['purpose'], string>>;
/** A problem has texts of its own. */
export type OpenRefusal = Readonly<Record<Refused<ClientOpened, 'problem'>, Sentence>>;
export type UndoRefusal = Readonly<Record<Refused<ClientUndone, never>, Sentence>>;
/** A word for most clients, and others for some. */
export type ClientTitle = { readonly other: (title: string) => string } & Readonly<
  Record<string, (title: string) => string>
>;
