import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { HistoryEntry } from '../../../electron/contract.ts';
import { duration, moment } from '../../kit/format.ts';
import { StatusMark } from '../../kit/status-mark.tsx';
import { useSpoken } from '../../words/context.tsx';
import { titleOfCode } from '../views/shared/title-of-code.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { marks, outcomeOf, whatInWords } from './entry-words.ts';

const useStyles = makeStyles({
  entry: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  current: {
    background: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 ${tokens.colorCompoundBrandStroke}`,
  },
  facts: { flex: '1 1 260px', minWidth: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  head: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
});

interface Props {
  readonly entry: HistoryEntry;
  readonly isCurrent: boolean;
  /** Which run is to be compared with a second one. */
  readonly comparing: 'nothing' | 'this' | 'another';
  onOpen(): void;
  onCompare(): void;
  onRemove(): void;
}

/** One run of the history: how it ended, when, what it was about, and what can be done with it. */
export function EntryRow({ entry, isCurrent, comparing, onOpen, onCompare, onRemove }: Props) {
  const styles = useStyles();
  const spoken = useSpoken();
  const { history: words, outcomes } = spoken.words.views;
  const when = moment(entry.startedAt, spoken.locale);
  const outcome = outcomeOf(entry);
  const { problem } = entry;
  const took = entry.duration === null ? [] : [words.took(duration(entry.duration, spoken.locale))];
  return (
    <li
      aria-current={isCurrent ? 'true' : undefined}
      className={mergeClasses(styles.entry, isCurrent && styles.current)}
    >
      <div className={styles.facts}>
        <div className={styles.head}>
          <span aria-hidden>
            <StatusMark state={marks[outcome]} />
          </span>
          {[when, outcomes[outcome], ...(isCurrent ? [words.current] : [])].join(', ')}
        </div>
        <div>{[...whatInWords(entry, spoken), ...took].join(' · ')}</div>
        {problem !== null && <div className={styles.quiet}>{titleOfCode(problem.code, problem.args, spoken)}</div>}
      </div>
      <div className={styles.actions}>
        <Button size="small" onClick={onOpen} aria-label={words.openRun(when)}>
          {words.open}
        </Button>
        <CompareButton when={when} comparing={comparing} onCompare={onCompare} />
        <ConfirmButton
          label={words.remove}
          name={words.removeRun(when)}
          question={words.removeSure}
          onConfirm={onRemove}
        />
      </div>
    </li>
  );
}

function CompareButton({
  when,
  comparing,
  onCompare,
}: Pick<Props, 'comparing' | 'onCompare'> & { readonly when: string }) {
  const { history: words } = useSpoken().words.views;
  const [label, name] = {
    nothing: [words.compare, words.compareRun(when)],
    this: [words.chosen, words.chosenRun(when)],
    another: [words.choosing, words.chooseRun(when)],
  }[comparing];
  return (
    <Button
      size="small"
      appearance={comparing === 'another' ? 'primary' : 'secondary'}
      aria-pressed={comparing === 'this' ? true : undefined}
      aria-label={name}
      onClick={onCompare}
    >
      {label}
    </Button>
  );
}
