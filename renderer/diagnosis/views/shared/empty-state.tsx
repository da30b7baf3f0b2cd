import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  empty: { margin: 0, padding: `${tokens.spacingVerticalM} 0`, color: tokens.colorNeutralForeground2 },
});

/** Why there is nothing to see here. */
export function EmptyState({ text }: { readonly text: string }) {
  const styles = useStyles();
  return <p className={styles.empty}>{text}</p>;
}
