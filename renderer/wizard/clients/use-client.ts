import { useState } from 'react';
import type {
  CallArgument,
  ClientOpened,
  ClientProfile,
  ClientUndone,
  ListedClient,
} from '../../../electron/contract.ts';
import { useApp } from '../../app/context.tsx';
import { useSpoken } from '../../words/context.tsx';

export type Asked = CallArgument<'clients.open'>;
export type Doing = 'open' | 'save' | 'undo';
type Notes = ClientProfile['notes'];

/** What came of the last opening, or of its undoing. */
export type Opening =
  | { readonly kind: 'opened'; readonly opened: Extract<ClientOpened, { opened: true }>; readonly notes: Notes }
  | { readonly kind: 'refused'; readonly refused: Extract<ClientOpened, { opened: false }> }
  | { readonly kind: 'undone'; readonly undone: ClientUndone }
  | { readonly kind: 'failed' };

/** What came of the last saving. */
export type Saving =
  | { readonly kind: 'saved'; readonly folder: string; readonly notes: Notes }
  | { readonly kind: 'failed' };

export interface ClientDesk {
  readonly asked: Asked;
  readonly doing: Doing | null;
  readonly opening: Opening | null;
  readonly saving: Saving | null;
  /** What can still be taken back; null when there is nothing. */
  readonly undoable: string | null;
  open(): Promise<Opening | null>;
  /** null when the person would rather not. */
  save(): Promise<Saving | null>;
  undo(): Promise<Opening | null>;
}

/** What can be done with one mail client, one thing at a time, and what came of it. */
export function useClient(run: string, { client }: Pick<ListedClient, 'client'>): ClientDesk {
  const { bridge } = useApp();
  const { language } = useSpoken();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [opening, setOpening] = useState<Opening | null>(null);
  const [saving, setSaving] = useState<Saving | null>(null);
  const [undoable, setUndoable] = useState<string | null>(null);
  const asked: Asked = { run, client, language: language === 'de' ? 'de' : 'en' };

  /** Without them the result stands all the same. */
  const notes = () =>
    bridge.call('clients.profile', asked).then(
      (profile) => profile.notes,
      () => [],
    );
  const during = async <T>(what: Doing, work: () => Promise<T>): Promise<T | null> => {
    if (doing !== null) return null;
    setDoing(what);
    try {
      return await work();
    } finally {
      setDoing(null);
    }
  };
  const tellOpening = (told: Opening) => {
    setOpening(told);
    return told;
  };
  return {
    asked,
    doing,
    opening,
    saving,
    undoable,
    open: () =>
      during('open', async () => {
        try {
          const answer = await bridge.call('clients.open', asked);
          if (!answer.opened) return tellOpening({ kind: 'refused', refused: answer });
          // Opening once more changes nothing: what the first time has changed can still be taken back.
          if (answer.undo !== null) setUndoable(answer.undo);
          return tellOpening({ kind: 'opened', opened: answer, notes: await notes() });
        } catch {
          return tellOpening({ kind: 'failed' });
        }
      }),
    save: () =>
      during('save', async () => {
        const told = await saved();
        if (told !== null) setSaving(told);
        return told;
      }),
    undo: () =>
      during('undo', async () => {
        if (undoable === null) return null;
        try {
          const undone = await bridge.call('clients.undo', undoable);
          if (undone.restored || undone.reason === 'gone') setUndoable(null);
          return tellOpening({ kind: 'undone', undone });
        } catch {
          return tellOpening({ kind: 'failed' });
        }
      }),
  };

  async function saved(): Promise<Saving | null> {
    try {
      const folder = await bridge.call('clients.save', asked);
      return folder === null ? null : { kind: 'saved', folder, notes: await notes() };
    } catch {
      return { kind: 'failed' };
    }
  }
}
