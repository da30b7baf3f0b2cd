import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { LinkState } from '../../../src/run/index.ts';
import { duration } from '../../kit/format.ts';
import { StatusMark } from '../../kit/status-mark.tsx';
import { useSpoken } from '../../words/context.tsx';

const useStyles = makeStyles({
  heading: { margin: 0, overflowWrap: 'anywhere' },
  facts: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly name: string;
  readonly state: LinkState;
  readonly startedAt: number | null;
  readonly duration: number | null;
  /** Why it was not tried, if so. */
  readonly note?: string;
}

/** Which link or probe this is, and how it stands. */
export function SubjectHeading({ name, state, startedAt, duration: ms, note = '' }: Props) {
  const styles = useStyles();
  const { words, locale } = useSpoken();
  const said = words.diagnosis.chain;
  const facts = [
    note === '' ? words.problem.states[state] : note,
    startedAt === null ? '' : said.startedAt(duration(startedAt, locale)),
    ms === null ? '' : said.took(duration(ms, locale)),
  ];
  return (
    <div>
      <Text as="h2" size={400} weight="semibold" className={styles.heading}>
        <StatusMark state={state} /> {name}
      </Text>
      <p className={styles.facts}>{facts.filter((fact) => fact !== '').join(' · ')}</p>
    </div>
  );
}
