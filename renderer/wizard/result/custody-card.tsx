import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrivalPicture } from '../../found/index.ts';
import { Fold } from '../../kit/fold.tsx';
import { StatusMark } from '../../kit/status-mark.tsx';
import { useWords } from '../../words/context.tsx';
import { isArrivalAwaited } from '../ends.ts';
import type { SetUpDesk } from '../use-set-up.ts';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    background: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusLarge,
  },
  text: { margin: 0 },
  // As high for what can be done while it is looked for as for what is there to see afterwards.
  more: { gridColumn: '2', minHeight: '28px' },
});

interface Props {
  readonly desk: SetUpDesk;
  /** What is known about the message. */
  readonly children: string;
}

/** What became of the test message, and the way it came. */
export function CustodyCard({ desk, children }: Props) {
  const styles = useStyles();
  const { wizard: words } = useWords();
  const { report } = desk.run.state;
  const { custody } = report.chain;
  const isAwaited = isArrivalAwaited(report);
  const arrival = custody?.arrival ?? null;
  return (
    <div className={styles.card}>
      <StatusMark state={isAwaited ? 'running' : markOf(custody?.state)} />
      <p className={styles.text}>{children}</p>
      {(isAwaited || arrival !== null) && (
        <div className={styles.more}>
          {arrival === null ? (
            <Button size="small" onClick={desk.stopWaiting}>
              {words.stopWaiting}
            </Button>
          ) : (
            <Fold label={words.wayItCame}>
              <ArrivalPicture arrival={arrival} isTold level={2} />
            </Fold>
          )}
        </div>
      )}
    </div>
  );
}

function markOf(state: 'accepted' | 'refused' | 'uncertain' | 'not-sent' | undefined) {
  if (state === 'accepted') return 'passed';
  return state === 'uncertain' ? 'unknown' : 'skipped';
}
