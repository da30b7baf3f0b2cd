import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { hiddenVisually } from '../kit/hidden.ts';

const useStyles = makeStyles({
  table: { position: 'relative', width: '100%', borderCollapse: 'collapse', userSelect: 'text' },
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: 'normal',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  head: { color: tokens.colorNeutralForeground2, borderTop: 'none' },
});

interface Props {
  readonly caption: string;
  readonly heads: readonly string[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** A small table that stays one at every width. */
export function Table({ caption, heads, rows }: Props) {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <caption style={hiddenVisually}>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) =>
            head === '' ? (
              <td key={head} className={mergeClasses(styles.cell, styles.head)} />
            ) : (
              <th key={head} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {head}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [first, ...others] }) => (
          <tr key={key}>
            <th scope="row" className={styles.cell}>
              {first}
            </th>
            {others.map((cell, i) => (
              <td key={heads[i + 1]} className={styles.cell}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
