import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useWords } from '../words/context.tsx';
import { About } from './about.tsx';
import { General } from './general.tsx';
import { History } from './history.tsx';
import { Mail } from './mail.tsx';
import { Organisation } from './organisation.tsx';
import { Passwords } from './passwords.tsx';
import { NoticesOf } from './saved.tsx';
import { Support } from './support.tsx';
import { Trust } from './trust.tsx';
import { Updates } from './updates.tsx';

const useStyles = makeStyles({
  // What is hidden from eyes only is placed within it, or else the whole window would scroll for it.
  screen: {
    position: 'relative',
    overflowWrap: 'anywhere',
    maxWidth: '720px',
    margin: '0 auto',
    padding: `0 ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`,
    '@media (max-width: 600px)': { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}` },
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalS}`,
    background: tokens.colorNeutralBackground2,
  },
  title: { margin: 0 },
  saved: { color: tokens.colorStatusSuccessForeground1, visibility: 'hidden' },
  shown: { visibility: 'visible' },
  fault: {
    flexBasis: '100%',
    margin: 0,
    color: tokens.colorStatusDangerForeground1,
    overflowWrap: 'anywhere',
    userSelect: 'text',
    ':empty': { display: 'none' },
  },
  intro: { margin: `0 0 ${tokens.spacingVerticalL}`, color: tokens.colorNeutralForeground2 },
});

/** Everything that can be set, saved at once, and what others have set. */
export default function Settings() {
  const styles = useStyles();
  const { settings: words } = useWords();
  return (
    <NoticesOf>
      {(saved, fault) => (
        <div className={styles.screen}>
          <div className={styles.head}>
            <Text as="h1" size={600} weight="semibold" className={styles.title}>
              {words.title}
            </Text>
            <span aria-hidden className={mergeClasses(styles.saved, saved && styles.shown)}>
              ✓ {words.saved}
            </span>
            <p role="alert" className={styles.fault}>
              {fault}
            </p>
          </div>
          <p className={styles.intro}>{words.intro}</p>
          <General />
          <Mail />
          <Trust />
          <History />
          <Passwords />
          <Updates />
          <Organisation />
          <Support />
          <About />
        </div>
      )}
    </NoticesOf>
  );
}
