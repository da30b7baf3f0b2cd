import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ListedClient } from '../../../electron/contract.ts';
import { useApp } from '../../app/context.tsx';
import { StatusMark } from '../../kit/status-mark.tsx';
import { Untrusted } from '../../kit/untrusted.tsx';
import { useSpoken } from '../../words/context.tsx';
import { Notes } from './notes.tsx';
import { useClientResultStyles } from './result-styles.ts';
import { notesAtOpening, openingEvidence, openingSaid, titleOf } from './said.ts';
import type { ClientDesk, Opening } from './use-client.ts';

/** Milliseconds after which it is said that something is going on: what is quicker says for itself what came of it. */
const soon = 1_000;

interface Props {
  readonly desk: ClientDesk;
  readonly client: ListedClient;
  onUndo(): void;
}

/** What came of opening a client, or of taking that back; while it takes long, that it is going on. */
export function OpeningResult({ desk, client, onUndo }: Props) {
  const styles = useClientResultStyles();
  const spoken = useSpoken();
  const { clients: words } = spoken.words;
  const { doing, opening, undoable } = desk;
  const isSlow = useIsSlow(doing === 'open' || doing === 'undo');
  const title = titleOf(client, spoken);
  const going = doing === 'undo' ? words.undoing : words.opening(title);
  const { announce } = useApp();
  useEffect(() => {
    if (isSlow) announce(going);
  }, [isSlow, going, announce]);

  // What was said before stays until there is something new to say, so that nothing below jumps twice.
  if (opening === null && !isSlow) return null;
  const sentences = isSlow || opening === null ? [going] : openingSaid(opening, client, spoken);
  const evidence = isSlow || opening === null ? '' : openingEvidence(opening);
  return (
    <div className={styles.result}>
      <StatusMark state={isSlow || opening === null ? 'running' : stateOf(opening)} />
      <div className={styles.told}>
        {sentences.map((sentence) => (
          <p key={sentence} className={styles.text}>
            {sentence}
          </p>
        ))}
        {evidence !== '' && <Untrusted text={evidence} limit={1_000} />}
        {!isSlow && opening?.kind === 'opened' && <Notes notes={notesAtOpening(opening.notes)} />}
        {undoable !== null && (
          <Button size="small" className={styles.undo} disabledFocusable={doing !== null} onClick={onUndo}>
            {words.undo}
          </Button>
        )}
      </div>
    </div>
  );
}

function stateOf(opening: Opening) {
  return opening.kind === 'opened' || (opening.kind === 'undone' && opening.undone.restored) ? 'passed' : 'failed';
}

function useIsSlow(isGoingOn: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), soon);
    return () => clearTimeout(timer);
  }, [isGoingOn]);
  return isGoingOn && isSlow;
}
