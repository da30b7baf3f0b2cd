import { makeStyles, tokens } from '@fluentui/react-components';
import { EmptyState } from '../../diagnosis/views/shared/empty-state.tsx';
import type { ViewProps } from '../../diagnosis/views/shared/view-props.ts';
import { whyNothing } from '../../diagnosis/views/shared/why-nothing.ts';
import { useSpoken } from '../../words/context.tsx';
import { ArrivalPicture } from './arrival-picture.tsx';
import { arrivalWords, noticeWords, seenWords } from './arrival-words.ts';
import { Notices } from './notices.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL, userSelect: 'text' },
  sentence: { margin: 0, overflowWrap: 'anywhere' },
});

/** What became of the message once it was accepted. */
export function ArrivalView({ report }: ViewProps) {
  const styles = useStyles();
  const spoken = useSpoken();
  const { arrival: words } = spoken.words.found;
  const { custody } = report.chain;
  const arrival = custody?.arrival ?? null;
  const news = arrivalWords(report, spoken);
  if (custody === null || news.length === 0) {
    const look = report.probes.find(({ id }) => id === 'custody.read-back');
    const isPointless = look?.because?.kind === 'not-applicable' && custody?.state === 'accepted';
    const empty = isPointless
      ? words.nothingToSee
      : whyNothing(report, 'custody.read-back', words.notLookedFor, spoken.words);
    return <EmptyState text={empty} />;
  }
  // The picture and the list below say these in their own way.
  const told = [...(arrival === null ? [] : [seenWords(arrival, spoken)]), ...noticeWords(custody, spoken)];
  return (
    <div className={styles.view}>
      {arrival !== null && <ArrivalPicture arrival={arrival} />}
      {news
        .filter((sentence) => !told.includes(sentence))
        .map((sentence) => (
          <p key={sentence} className={styles.sentence}>
            {sentence}
          </p>
        ))}
      <Notices custody={custody} />
    </div>
  );
}
