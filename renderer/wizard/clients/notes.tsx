import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ClientProfile } from '../../../electron/contract.ts';
import { CopyButton } from '../../kit/copy-button.tsx';
import { Untrusted } from '../../kit/untrusted.tsx';
import { useWords } from '../../words/context.tsx';

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingInlineStart: '20px',
    listStyleType: 'disc',
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
  },
  // One alone is no list to look at.
  alone: { paddingInlineStart: 0, listStyleType: 'none' },
  command: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
});

/** What a person must know or do with a profile. */
export function Notes({ notes }: { readonly notes: readonly ClientProfile['notes'][number][] }) {
  const styles = useStyles();
  const { clients: words } = useWords();
  if (notes.length === 0) return null;
  return (
    <ul className={mergeClasses(styles.list, notes.length === 1 && styles.alone)}>
      {notes.map(({ code, command }) => (
        <li key={code}>
          {words.notes[code]}
          {command !== null && (
            <div className={styles.command}>
              <Untrusted text={command} />
              <CopyButton size="small" appearance="subtle" text={command} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
