import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { DemoState } from '../../electron/contract.ts';
import { useWords } from '../words/context.tsx';
import { useBreaking } from './use-breaking.ts';

const BreakList = lazy(() => import('./break-list.tsx'));

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: '0 32px',
    '@media (max-width: 520px)': { padding: '0' },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  accounts: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
    gap: '4px 12px',
  },
  account: {
    width: '100%',
    justifyContent: 'start',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
  facts: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  state: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly demo: DemoState;
  onUse(user: string, password: string): void;
}

/** The embedded world, for trying Waypost: who is in it, and what can be broken there. */
export default function DemoPanel({ demo, onUse }: Props) {
  const styles = useStyles();
  const { wizard } = useWords();
  const { demo: words } = wizard;
  const [open, setOpen] = useState(false);
  const breaking = useBreaking(demo);
  const { broken, isBusy, failed } = breaking;
  return (
    <section className={styles.panel} aria-label={words.title}>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.text}>{words.about}</p>
      <ul className={styles.accounts} aria-label={words.accounts}>
        {demo.accounts.map(({ user, state }) => (
          <li key={user}>
            <Button appearance="subtle" className={styles.account} onClick={() => onUse(user, demo.password)}>
              <span className={styles.facts}>
                {user}
                <span className={styles.state}>{words.states[state]}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {demo.notes.map((note) => (
        <p key={note} lang="en" className={styles.text}>
          {note}
        </p>
      ))}
      <div>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.break}
        </Button>
      </div>
      <p className={mergeClasses(styles.text, failed && styles.failed)}>
        {failed ? words.notRebuilt : [words.broken(broken.length), isBusy ? words.rebuilding : ''].join(' ')}
      </p>
      {open && (
        <Suspense fallback={null}>
          <BreakList faults={demo.faults} breaking={breaking} />
        </Suspense>
      )}
    </section>
  );
}
