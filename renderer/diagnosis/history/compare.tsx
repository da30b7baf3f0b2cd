import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { LinkState, Report } from '../../../src/run/index.ts';
import { CopyButton } from '../../kit/copy-button.tsx';
import { moment } from '../../kit/format.ts';
import { StatusMark } from '../../kit/status-mark.tsx';
import { useSpoken } from '../../words/context.tsx';
import { compareReports } from './compare-reports.ts';
import type { Difference } from './difference.ts';
import { differenceInWords } from './difference-words.ts';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, userSelect: 'text' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: { display: 'flex', columnGap: tokens.spacingHorizontalXS, overflowWrap: 'anywhere' },
  mark: { width: '1.25em', flex: 'none', textAlign: 'center' },
});

interface Props {
  /** The earlier run. */
  readonly left: Report;
  readonly right: Report;
}

/** What changed between two runs, most important first. */
export function Compare({ left, right }: Props) {
  const styles = useStyles();
  const spoken = useSpoken();
  const { compare: words } = spoken.words.views;
  const differences = useMemo(() => compareReports(left, right), [left, right]);
  const sentences = differences.map((one) => differenceInWords(one, spoken));
  const between = words.between(moment(left.startedAt, spoken.locale), moment(right.startedAt, spoken.locale));
  return (
    <section className={styles.view} aria-label={words.title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.title}</h2>
        {differences.length > 0 && (
          <CopyButton text={[between, ...sentences].join('\n')} label={words.copy} size="small" />
        )}
      </div>
      <p className={styles.text}>{between}</p>
      {differences.length === 0 ? (
        <p className={styles.text}>{words.same}</p>
      ) : (
        <ul className={styles.list}>
          {differences.map((one, place) => (
            <li key={sentences[place]} className={styles.item}>
              <span className={styles.mark} aria-hidden>
                <Mark of={one} />
              </span>
              <span>{sentences[place]}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Mark({ of }: { readonly of: Difference }) {
  const state = markOf(of);
  return state === null ? '·' : <StatusMark state={state} />;
}

/** Better or worse, where that is plain. The sentence says it, too. */
function markOf(one: Difference): LinkState | null {
  if (one.kind === 'problem') return one.change === 'new' ? 'failed' : 'passed';
  if (one.kind === 'link') return one.right;
  if (one.kind !== 'outcome') return null;
  return one.right === 'passed' ? 'passed' : one.right === 'failed' ? 'failed' : 'unknown';
}
