import { makeStyles, Text, Link as TextLink, tokens } from '@fluentui/react-components';
import type { Remedy } from '../../../src/core/index.ts';
import { linksOf, type Report } from '../../../src/run/index.ts';
import { problemInWords } from '../../kit/problem-text.ts';
import { StatusMark } from '../../kit/status-mark.tsx';
import { useSpoken } from '../../words/context.tsx';
import { factsOf } from '../chain/facts.ts';
import { nameOf } from '../chain/names.ts';
import { linkProblems } from './consequences.ts';
import { Consequences, Problems } from './problems.tsx';
import { SubjectHeading } from './subject-heading.tsx';

const useStyles = makeStyles({
  facts: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  heading: { margin: 0 },
  steps: { margin: 0, padding: 0, listStyle: 'none' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly report: Report;
  readonly id: string;
  onShow(id: string): void;
  onRemedy(remedy: Remedy): void;
}

/** A link of the chain: what is known, what is wrong with it, what follows from that, and its steps. */
export function LinkDetail({ report, id, onShow, onRemedy }: Props) {
  const styles = useStyles();
  const spoken = useSpoken();
  const { detail } = spoken.words.diagnosis;
  const links = linksOf(report);
  const place = links.findIndex((link) => link.id === id);
  const link = links[place];
  if (link === undefined) return null;
  const { told, above, consequences } = linkProblems(links, place);
  const facts = factsOf(id, report, spoken);
  const probes = report.probes.filter((probe) => link.probes.includes(probe.id));
  return (
    <>
      <SubjectHeading name={nameOf(id, spoken.words)} {...link} />
      {facts.length > 0 && <p className={styles.facts}>{facts.join(' · ')}</p>}
      <Problems problems={told} onRemedy={onRemedy} />
      {above.map((problem) => (
        <p key={problem.code} className={styles.quiet}>
          {problemInWords(problem, spoken).title} ({spoken.words.problem.consequence})
        </p>
      ))}
      <Consequences problems={consequences} />
      {link.state === 'passed' && <p className={styles.quiet}>{detail.allWell}</p>}
      <Text as="h3" size={300} weight="semibold" className={styles.heading}>
        {detail.steps}
      </Text>
      <ul className={styles.steps}>
        {probes.map((probe) => (
          <li key={probe.id}>
            <StatusMark state={probe.outcome} />{' '}
            <TextLink as="button" onClick={() => onShow(probe.id)}>
              {nameOf(probe.id, spoken.words)}
            </TextLink>
          </li>
        ))}
      </ul>
    </>
  );
}
