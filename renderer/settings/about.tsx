import { makeStyles, tokens } from '@fluentui/react-components';
import { visible } from '../../src/core/index.ts';
import { useApp } from '../app/context.tsx';
import { CopyButton } from '../kit/copy-button.tsx';
import { useWords } from '../words/context.tsx';
import { Section } from './section.tsx';

const useStyles = makeStyles({
  text: { margin: 0, userSelect: 'text' },
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

/** What the program is, its licence, and the versions of its parts; the menu leads here. */
export function About() {
  const styles = useStyles();
  const { info, about } = useApp();
  const { app, settings: words } = useWords();
  const versions = [{ name: app.name, version: info.version }, ...info.versions];
  const asText = () => versions.map(({ name, version }) => `${visible(name, 100)} ${visible(version, 100)}`).join('\n');
  return (
    <Section title={words.about} wanted={about}>
      <p className={styles.text}>{words.aboutText}</p>
      <p className={styles.text}>{words.licence}</p>
      <dl className={styles.facts} aria-label={words.versions}>
        {versions.map(({ name, version }) => (
          <Version key={name} name={name} version={version} />
        ))}
      </dl>
      <div>
        <CopyButton label={words.copyVersions} text={asText} />
      </div>
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
