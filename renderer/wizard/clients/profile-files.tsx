import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ClientProfile } from '../../../electron/contract.ts';
import { visibleLines } from '../../../src/core/text.ts';
import { CopyButton } from '../../kit/copy-button.tsx';
import { ScrollRegion } from '../../kit/scroll-region.tsx';
import { Untrusted } from '../../kit/untrusted.tsx';
import { useWords } from '../../words/context.tsx';
import { Notes } from './notes.tsx';
import type { Asked } from './use-client.ts';
import { useProfile } from './use-profile.ts';

/** Characters of one file that are shown; what is copied is all of it. */
const mostShown = 50_000;

const useStyles = makeStyles({
  // Room for one file, so that little moves when they come.
  all: { minHeight: '120px', display: 'grid', alignContent: 'start', rowGap: tokens.spacingVerticalM },
  text: { margin: 0 },
  file: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXXS },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  path: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  region: {
    maxHeight: '200px',
    overflowY: 'auto',
    background: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  lines: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    width: 'max-content',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    userSelect: 'text',
  },
});

interface Props {
  readonly asked: Asked;
  /** Not where they are shown already. */
  readonly withNotes: boolean;
}

/** What is written for a client: each file with its purpose, its place and its text. */
export function ProfileFiles({ asked, withNotes }: Props) {
  const styles = useStyles();
  const { app, clients: words } = useWords();
  const profile = useProfile(asked);
  if (profile === null || profile === 'failed') {
    return <p className={mergeClasses(styles.all, styles.text)}>{profile === null ? app.loading : words.notLoaded}</p>;
  }
  return (
    <div className={styles.all}>
      <p className={styles.text}>{words.noPassword}</p>
      {profile.files.map((file) => (
        <OneFile key={file.path} file={file} />
      ))}
      {withNotes && <Notes notes={profile.notes} />}
    </div>
  );
}

function OneFile({ file: { path, purpose, place, text } }: { readonly file: ClientProfile['files'][number] }) {
  const styles = useStyles();
  const { clients: words } = useWords();
  return (
    <section className={styles.file}>
      <div className={styles.head}>
        <h4 className={styles.path}>
          <Untrusted text={path} />
        </h4>
        <CopyButton size="small" appearance="subtle" text={text} />
      </div>
      <div className={styles.quiet}>{words.purposes[purpose]}</div>
      {place !== null && (
        <div className={styles.quiet}>
          {words.belongs} <Untrusted text={place} />
        </div>
      )}
      <ScrollRegion label={words.textOf(path)} className={styles.region}>
        <pre className={styles.lines}>{visibleLines(text, mostShown).join('\n')}</pre>
      </ScrollRegion>
    </section>
  );
}
