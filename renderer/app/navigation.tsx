import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useWords } from '../words/context.tsx';
import { type Place, useApp } from './context.tsx';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
});

export function Navigation({ place }: { readonly place: Place }) {
  const styles = useStyles();
  const { go } = useApp();
  const { app: words } = useWords();
  return (
    <nav className={styles.bar} aria-label={words.mainNavigation}>
      <TabList selectedValue={place} onTabSelect={(_, { value }) => go(value as Place)}>
        <Tab value="set-up">{words.setUp}</Tab>
        <Tab value="diagnose">{words.diagnose}</Tab>
        <Tab value="send">{words.send}</Tab>
        <Tab value="settings">{words.settings}</Tab>
      </TabList>
    </nav>
  );
}
