import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { HistoryEntry } from '../../../electron/contract.ts';
import { visible } from '../../../src/core/index.ts';
import type { LinkState } from '../../../src/run/index.ts';
import { duration, moment } from '../../kit/format.ts';
import { StatusMark } from '../../kit/status-mark.tsx';
import { type Spoken, useSpoken } from '../../words/context.tsx';
import { goalName } from '../views/shared/names.ts';
import { titleOfCode } from '../views/shared/title-of-code.ts';
import { ConfirmButton } from './confirm-button.tsx';

const useStyles = makeStyles({
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    padding: '8px 12px 8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    minWidth: '72px',
    maxWidth: '260px',
  },
  result: { minWidth: '150px' },
  time: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '4px', minWidth: '220px' },
  current: { boxShadow: `inset 3px 0 ${tokens.colorCompoundBrandStroke}`, paddingLeft: '8px' },
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

export function EntryRow({ entry, isCurrent, comparing, onOpen, onCompare, onRemove }: Props) {
  const styles = useStyles();
  const spoken = useSpoken();
  const { history: words } = spoken.words.views;
  const when = moment(entry.startedAt, spoken.locale);
  return (
    <tr aria-current={isCurrent ? 'true' : undefined}>
      <td className={mergeClasses(styles.cell, styles.result, isCurrent && styles.current)}>
        <Result entry={entry} />
      </td>
      <th scope="row" className={mergeClasses(styles.cell, styles.time)}>
        {when}
        {isCurrent && <div className={styles.quiet}>{words.current}</div>}
      </th>
      <td className={styles.cell}>{goalName(entry.goal, spoken.words.views)}</td>
      <td className={styles.cell}>{entry.server === '' ? words.noServer : visible(entry.server, 300)}</td>
      <td className={styles.cell}>{entry.user === '' ? '–' : visible(entry.user, 300)}</td>
      <td className={mergeClasses(styles.cell, styles.time)}>
        {entry.duration === null ? '–' : duration(entry.duration, spoken.locale)}
      </td>
      <td className={styles.cell}>
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
      </td>
    </tr>
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
    this: [words.chosen, words.compareRun(when)],
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

function Result({ entry }: { readonly entry: HistoryEntry }) {
  const styles = useStyles();
  const spoken = useSpoken();
  const { outcomes } = spoken.words.views;
  const known = outcomeOf(entry);
  return (
    <>
      <span aria-hidden>
        <StatusMark state={marks[known]} />
      </span>
      {outcomes[known]}
      {entry.code !== null && <div className={styles.quiet}>{brokenInWords(entry, entry.code, spoken)}</div>}
    </>
  );
}

type Known = keyof Spoken['words']['views']['outcomes'];

const marks: Readonly<Record<Known, LinkState>> = {
  passed: 'passed',
  failed: 'failed',
  inconclusive: 'unknown',
  cancelled: 'skipped',
  none: 'skipped',
};

function outcomeOf({ outcome }: HistoryEntry): Known {
  return outcome !== null && Object.hasOwn(marks, outcome) ? (outcome as Known) : 'none';
}

function brokenInWords({ server, user }: HistoryEntry, code: string, spoken: Spoken): string {
  const known = { host: server, server, name: server, asked: server, user };
  const given = Object.entries(known).filter(([, value]) => value !== '');
  return titleOfCode(code, Object.fromEntries(given), spoken);
}
