import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { visible } from '../../../../src/core/index.ts';
import { CopyButton } from '../../../kit/copy-button.tsx';
import { ScrollRegion } from '../../../kit/scroll-region.tsx';
import { Untrusted } from '../../../kit/untrusted.tsx';
import { useWords } from '../../../words/context.tsx';
import { tsv } from './tsv.ts';

/** One column of a table: what a cell says, as text for copying and, where that is not enough, as something to look at. */
export interface Column<R> {
  readonly id: string;
  readonly header: string;
  text(row: R): string;
  show?(row: R): ReactNode;
  /** The text came from a server or from this machine. */
  readonly untrusted?: boolean;
  readonly numeric?: boolean;
  /** Sentences, which want room. */
  readonly wide?: boolean;
}

interface Props<R> {
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  /** Rows that matter most are set apart. */
  isMain?(row: R): boolean;
}

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, userSelect: 'text' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  caption: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  header: {
    textAlign: 'left',
    verticalAlign: 'bottom',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    padding: '4px 16px 4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    minWidth: '64px',
    maxWidth: '320px',
    padding: '6px 16px 6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  wide: { minWidth: '200px' },
  main: { fontWeight: tokens.fontWeightSemibold },
  numeric: { textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
});

/**
 * A real table in a region that scrolls when it is too wide, with a button that copies it. The first column names the row;
 * a column that says nothing in any row is left out.
 */
export function DataTable<R>({ caption, columns: possible, rows, isMain }: Props<R>) {
  const styles = useStyles();
  const { views: words } = useWords();
  const columns = possible.filter(({ text }) => rows.some((row) => text(row) !== ''));
  // Rows are never rearranged: their place names them.
  const keyed = rows.map((row, place) => ({ row, key: String(place) }));
  const copied = () =>
    tsv([columns.map(({ header }) => header), ...rows.map((row) => columns.map((c) => c.text(row)))]);
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <h3 className={styles.caption}>{caption}</h3>
        <CopyButton text={copied} label={words.copyTable} size="small" />
      </div>
      <ScrollRegion label={caption}>
        <table className={styles.table} aria-label={caption}>
          <thead>
            <tr>
              {columns.map(({ id, header, numeric }) => (
                <th key={id} scope="col" className={mergeClasses(styles.header, numeric && styles.numeric)}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keyed.map(({ row, key }) => (
              <tr key={key}>
                {columns.map((column, place) => {
                  const look = mergeClasses(
                    styles.cell,
                    column.wide && styles.wide,
                    isMain?.(row) && styles.main,
                    column.numeric && styles.numeric,
                  );
                  return place === 0 ? (
                    <th key={column.id} scope="row" className={look}>
                      <Cell column={column} row={row} />
                    </th>
                  ) : (
                    <td key={column.id} className={look}>
                      <Cell column={column} row={row} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

function Cell<R>({ column, row }: { readonly column: Column<R>; readonly row: R }) {
  if (column.show) return column.show(row);
  const text = column.text(row);
  if (!column.untrusted || text === '') return visible(text);
  return (
    <div style={{ minWidth: roomFor(text) }}>
      {text.split('\n').map((line) => (
        <div key={line}>
          <Untrusted text={line} />
        </div>
      ))}
    </div>
  );
}

/** Names and addresses break as late as they can: a character of the even font is 0.61 em wide. */
function roomFor(text: string): string {
  const longest = Math.max(...text.split('\n').map((line) => line.length));
  return `${(Math.min(longest, 36) * 0.61).toFixed(1)}em`;
}
