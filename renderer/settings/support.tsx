import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useApp } from '../app/context.tsx';
import { useWords } from '../words/context.tsx';
import { Section } from './section.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What somebody who helps will ask for. */
export function Support() {
  const styles = useStyles();
  const { bridge } = useApp();
  const { settings: words } = useWords();
  return (
    <Section title={words.support}>
      <div className={styles.row}>
        <Button onClick={() => void bridge.call('logs.open')}>{words.openLogs}</Button>
        <Text className={styles.quiet}>{words.logsHint}</Text>
      </div>
    </Section>
  );
}
