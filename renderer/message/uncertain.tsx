import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useWords } from '../words/context.tsx';

const useStyles = makeStyles({
  panel: {
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    background: tokens.colorStatusWarningBackground1,
    userSelect: 'text',
  },
  title: { margin: 0 },
  text: { margin: `${tokens.spacingVerticalS} 0` },
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(14rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  choice: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalXS },
});

interface Props {
  look(): void;
  sendAgain(): void;
}

/** Explains the gap after the final dot (RFC 1047) and offers what can be done. Nothing is decided here. */
export function Uncertain({ look, sendAgain }: Props) {
  const styles = useStyles();
  const { uncertain: words } = useWords().message;
  const title = useId();
  const [safe, risk] = [useId(), useId()];
  return (
    <section className={styles.panel} aria-labelledby={title}>
      <Text as="h3" size={400} weight="semibold" id={title} className={styles.title}>
        {words.title}
      </Text>
      <p className={styles.text}>{words.why}</p>
      <p className={styles.text}>{words.again}</p>
      <div className={styles.choices}>
        <div className={styles.choice}>
          <Button appearance="primary" aria-describedby={safe} onClick={look}>
            {words.look}
          </Button>
          <span id={safe}>{words.safe}</span>
        </div>
        <div className={styles.choice}>
          <Button aria-describedby={risk} onClick={sendAgain}>
            {words.sendAgain}
          </Button>
          <span id={risk}>{words.risk}</span>
        </div>
      </div>
    </section>
  );
}
