import type { ClientProfile, ListedClient } from '../../../electron/contract.ts';
import { visible } from '../../../src/core/text.ts';
import { problemInWords } from '../../kit/problem-text.ts';
import type { ClientTitle } from '../../words/clients-keys.ts';
import type { Spoken } from '../../words/context.tsx';
import type { Opening, Saving } from './use-client.ts';

type Client = Pick<ListedClient, 'client' | 'title'>;
type Note = ClientProfile['notes'][number];

/** Longer than any path that a person has. */
const longestPath = 1_000;

/** What a client is called in the window: as its makers call it, who for the sheet are we. */
export function titleOf({ client, title }: Client, { words }: Spoken): string {
  return client === 'sheet' ? words.clients.sheet : visible(title, 200);
}

/** What came of an opening or an undoing, in sentences. */
export function openingSaid(opening: Opening, client: Client, spoken: Spoken): readonly string[] {
  const { clients: words } = spoken.words;
  const title = titleOf(client, spoken);
  switch (opening.kind) {
    case 'opened': {
      const { replaced, backup } = opening.opened;
      const table: ClientTitle = words.opened;
      const started = (table[client.client] ?? table.other)(title);
      return replaced === 0 ? [started] : [started, words.kept(replaced, visible(backup, longestPath))];
    }
    case 'refused': {
      const { refused } = opening;
      if (refused.reason === 'problem') return [problemInWords(refused.problem, spoken).title];
      return [words.openRefused[refused.reason](title, visible(refused.detail, longestPath))];
    }
    case 'undone': {
      const { undone } = opening;
      if (!undone.restored) return [words.undoRefused[undone.reason](title, visible(undone.detail, longestPath))];
      return undone.aside === ''
        ? [words.undone]
        : [words.undone, words.putAside(title, visible(undone.aside, longestPath))];
    }
    case 'failed':
      return [words.failed];
  }
}

export function savingSaid(saving: Saving, { words }: Spoken): string {
  return saving.kind === 'saved' ? words.clients.saved(visible(saving.folder, longestPath)) : words.clients.notSaved;
}

/** The system's own words for what went wrong, where they tell more than the sentence does. */
export function openingEvidence(opening: Opening): string {
  if (opening.kind === 'undone') {
    const { undone } = opening;
    return !undone.restored && undone.reason === 'cannot-write' ? undone.detail : '';
  }
  if (opening.kind !== 'refused' || opening.refused.reason === 'problem') return '';
  const { reason, detail } = opening.refused;
  return reason === 'cannot-write' || reason === 'cannot-start' ? detail : '';
}

const atOpening: readonly Note['code'][] = [
  'asks-for-password',
  'outlook-new-cannot',
  'outlook-not-tried',
  'apple-install',
  'apple-unsigned',
  'claws-folder-tree',
];

/** Of the notes about a profile, those that still matter once the client has it. */
export function notesAtOpening(notes: readonly Note[]): readonly Note[] {
  return notes.filter(({ code }) => atOpening.includes(code));
}
