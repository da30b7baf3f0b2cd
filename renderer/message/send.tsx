import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { visible } from '../../src/core/index.ts';
import { useApp } from '../app/context.tsx';
import { useWords } from '../words/context.tsx';
import { MessageForm } from './message-form.tsx';
import { Result } from './result.tsx';
import { useMessage } from './use-message.ts';

const narrow = '@media (max-width: 899px)';

const useStyles = makeStyles({
  // What is hidden from eyes only is placed within what scrolls, or else the whole window would scroll for it.
  screen: {
    position: 'relative',
    overflowWrap: 'anywhere',
    display: 'flex',
    flexDirection: 'column',
    boxSizing: 'border-box',
    height: '100%',
    maxWidth: '1200px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL} 0`,
    [narrow]: { height: 'auto', padding: tokens.spacingHorizontalM },
  },
  title: { margin: 0 },
  intro: { margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalM}` },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 26rem) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalL,
    flexGrow: 1,
    minHeight: 0,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  // Each pane scrolls by itself, so that the result is in sight while the form is being looked at.
  pane: {
    position: 'relative',
    overflowY: 'auto',
    minWidth: 0,
    boxSizing: 'border-box',
    padding: `2px ${tokens.spacingHorizontalS} ${tokens.spacingVerticalL} 2px`,
    [narrow]: { overflowY: 'visible' },
  },
});

/** Sends a real message and shows what becomes of it, recipient by recipient. */
export default function Send() {
  const styles = useStyles();
  const { info } = useApp();
  const { message: words } = useWords();
  return (
    <div className={styles.screen}>
      <Text as="h1" size={600} weight="semibold" block className={styles.title}>
        {words.title}
      </Text>
      {info.policy.sendTests ? <Sending /> : <Forbidden />}
    </div>
  );
}

function Sending() {
  const styles = useStyles();
  const { bridge } = useApp();
  const { message: words } = useWords();
  const message = useMessage();
  const latest = useRef(message);
  const result = useRef<HTMLDivElement>(null);
  const isStarting = message.run.phase === 'starting';
  useEffect(() => {
    if (isStarting) result.current?.scrollIntoView({ block: 'start' });
  }, [isStarting]);
  useEffect(() => {
    latest.current = message;
  });
  useEffect(
    () =>
      bridge.on('menu.command', (command) => {
        if (command === 'cancel') latest.current.cancel();
        if (command === 'run' && latest.current.run.phase !== 'running') void latest.current.send();
      }),
    [bridge],
  );
  return (
    <>
      <p className={styles.intro}>{words.intro}</p>
      <div className={styles.columns}>
        <div className={styles.pane}>
          <MessageForm message={message} />
        </div>
        <div className={styles.pane} ref={result}>
          <Result message={message} />
        </div>
      </div>
    </>
  );
}

function Forbidden() {
  const styles = useStyles();
  const { info, go } = useApp();
  const { message: words } = useWords();
  const source = info.policy.fields.find(({ field }) => field === 'sendTests')?.source ?? '';
  return (
    <section>
      <Text as="h2" size={400} weight="semibold">
        {words.forbidden}
      </Text>
      <p className={styles.intro}>{words.forbiddenBy(visible(source, 300))}</p>
      <Button appearance="primary" onClick={() => go('diagnose')}>
        {words.diagnoseInstead}
      </Button>
    </section>
  );
}
