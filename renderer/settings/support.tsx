import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { visible } from '../../src/core/index.ts';
import { useApp } from '../app/context.tsx';
import { CopyButton } from '../kit/copy-button.tsx';
import { useWords } from '../words/context.tsx';
import { Section } from './section.tsx';

const useStyles = makeStyles({
  text: { margin: 0, userSelect: 'text' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    margin: 0,
    userSelect: 'text',
  },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

/** What somebody who helps will ask for. */
export function Support() {
  const styles = useStyles();
  const { bridge, info } = useApp();
  const { app, settings: words } = useWords();
  const versions = [{ name: app.name, version: info.version }, ...info.versions];
  const asText = () => versions.map(({ name, version }) => `${visible(name, 100)} ${visible(version, 100)}`).join('\n');
  return (
    <Section title={words.support}>
      <div className={styles.row}>
        <Button onClick={() => void bridge.call('logs.open')}>{words.openLogs}</Button>
        <Text className={styles.quiet}>{words.logsHint}</Text>
      </div>
      <Text as="h3" weight="semibold" className={styles.text}>
        {words.versions}
      </Text>
      <dl className={styles.facts}>
        {versions.map(({ name, version }) => (
          <Version key={name} name={name} version={version} />
        ))}
      </dl>
      <div className={styles.row}>
        <CopyButton label={words.copyVersions} text={asText} />
      </div>
      <Text as="h3" weight="semibold" className={styles.text}>
        {words.about}
      </Text>
      <p className={styles.text}>{words.aboutText}</p>
      <p className={styles.text}>{words.licence}</p>
    </Section>
  );
}

function Version({ name, version }: { readonly name: string; readonly version: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.quiet}>{visible(name, 100)}</dt>
      <dd className={styles.value}>{visible(version, 100)}</dd>
    </>
  );
}
