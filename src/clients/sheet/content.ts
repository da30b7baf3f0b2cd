import { visible } from '../../core/index.ts';
import type { Language } from '../../problems/index.ts';
import type { ClientAccount, OutgoingServer } from '../account.ts';
import { sheetWords } from './words.ts';

interface SheetSection {
  /** Null for what belongs to the account as a whole. */
  readonly heading: string | null;
  readonly rows: readonly (readonly [label: string, value: string])[];
}

export interface SheetContent {
  readonly title: string;
  readonly sections: readonly SheetSection[];
  readonly closing: string;
}

/** What stands on the sheet, for eyes: characters that could reorder or hide something are spelt out. */
export function sheetContent(account: ClientAccount, language: Language): SheetContent {
  const words = sheetWords[language];
  const { name, address, provider, incoming, outgoing } = account;
  const serverRows = ({ host, port, security, authentication, user }: OutgoingServer) =>
    [
      [words.server, host],
      [words.port, String(port)],
      [words.encryption, words.security[security]],
      [words.signIn, words.authentication[authentication]],
      ...(authentication === 'none' ? [] : [[words.user, visible(user)] as const]),
    ] as const;
  const person = [
    [words.name, visible(name)],
    [words.address, visible(address)],
  ] as const;
  return {
    title: `${words.title}: ${visible(provider)}`,
    sections: [
      { heading: null, rows: person },
      ...(incoming === null ? [] : [{ heading: words.incoming[incoming.protocol], rows: serverRows(incoming) }]),
      { heading: words.outgoing, rows: serverRows(outgoing) },
    ],
    closing: words.password,
  };
}
