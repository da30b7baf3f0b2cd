import { CopyButton } from '../../kit/copy-button.tsx';
import { StatusMark } from '../../kit/status-mark.tsx';
import { useSpoken } from '../../words/context.tsx';
import { Notes } from './notes.tsx';
import { useClientResultStyles } from './result-styles.ts';
import { savingSaid } from './said.ts';
import type { Saving } from './use-client.ts';

/** Where the files are now, and what is to be done with them. */
export function SavingResult({ saving }: { readonly saving: Saving | null }) {
  const styles = useClientResultStyles();
  const spoken = useSpoken();
  if (saving === null) return null;
  return (
    <div className={styles.result}>
      <StatusMark state={saving.kind === 'saved' ? 'passed' : 'failed'} />
      <div className={styles.told}>
        <p className={styles.text}>
          {savingSaid(saving, spoken)}
          {saving.kind === 'saved' && <CopyButton size="small" appearance="subtle" text={saving.folder} />}
        </p>
        {saving.kind === 'saved' && <Notes notes={saving.notes} />}
      </div>
    </div>
  );
}
