import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../../words/context.tsx';

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

export function Legend() {
  const styles = useStyles();
  const { waterfall: words } = useWords().views;
  return (
    <ul className={styles.legend} aria-hidden>
      <li>◆ {words.legendPath}</li>
      <li>─ {words.legendTicks}</li>
    </ul>
  );
}
