import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useApp } from '../app/context.tsx';
import { useWords } from '../words/context.tsx';
import { Section } from './section.tsx';
import { LineSetting } from './setting-field.tsx';
import { useSetting } from './use-setting.ts';

const mostDays = 3_650;

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center', minHeight: '32px' },
});

/** How long runs are kept, and their end. */
export function History() {
  const { settings: words } = useWords();
  const days = useSetting('historyDays');
  return (
    <Section title={words.history}>
      <LineSetting
        setting={days}
        label={words.historyDays}
        hint={words.historyDaysHint}
        numeric
        read={(text) => {
          if (/^\d{1,4}$/.test(text) && Number(text) <= mostDays) return Number(text);
          days.complain(words.notDays);
          return null;
        }}
      />
      <DeleteHistory />
    </Section>
  );
}

/** Asks once more, in its place, the safe answer first. */
function DeleteHistory() {
  const styles = useStyles();
  const { bridge, announce } = useApp();
  const { settings: words } = useWords();
  const [state, setState] = useState<'idle' | 'asked' | 'deleted' | 'failed'>('idle');
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state === 'asked') row.current?.querySelector('button')?.focus();
  }, [state]);
  const remove = async () => {
    try {
      await bridge.call('history.remove', 'all');
      setState('deleted');
      announce(words.historyDeleted);
    } catch {
      setState('failed');
    }
  };
  if (state === 'asked') {
    return (
      <div ref={row} className={styles.row} role="alert">
        <Text>{words.deleteHistoryAsked}</Text>
        <Button appearance="primary" onClick={() => setState('idle')}>
          {words.keepHistory}
        </Button>
        <Button onClick={() => void remove()}>{words.deleteHistoryNow}</Button>
      </div>
    );
  }
  return (
    <div className={styles.row}>
      <Button onClick={() => setState('asked')}>{words.deleteHistory}</Button>
      {state === 'deleted' && <Text>{words.historyDeleted}</Text>}
      {state === 'failed' && <Text role="alert">{words.notSaved}</Text>}
    </div>
  );
}
