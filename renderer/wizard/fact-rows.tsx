import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  rows: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
    userSelect: 'text',
    '@media (max-width: 520px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '0' },
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: {
    margin: 0,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
    '@media (max-width: 520px)': { marginBottom: tokens.spacingVerticalS },
  },
});

export type FactRow = readonly [name: string, value: ReactNode];

/** Names and values; what has no value is left out, as nothing is guessed. */
export function FactRows({ rows }: { readonly rows: readonly FactRow[] }) {
  const styles = useStyles();
  const known = rows.filter(([, value]) => value !== null && value !== '');
  return (
    <dl className={styles.rows}>
      {known.map(([name, value]) => [
        <dt key={name} className={styles.name}>
          {name}
        </dt>,
        <dd key={`${name} value`} className={styles.value}>
          {value}
        </dd>,
      ])}
    </dl>
  );
}
