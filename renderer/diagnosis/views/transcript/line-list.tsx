import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { LineRow } from './line-row.tsx';
import type { Line } from './lines.ts';
import { rowWindow } from './window.ts';

/** Of a line that is shown short, in pixels. */
const rowHeight = 22;

const useStyles = makeStyles({
  region: {
    position: 'relative',
    overflowY: 'auto',
    overflowX: 'hidden',
    maxHeight: 'min(480px, 60vh)',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    background: tokens.colorNeutralBackground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    userSelect: 'text',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

interface Size {
  /** Pixels. */
  readonly height: number;
  /** Characters that fit in a line. */
  readonly columns: number;
}

interface Props {
  readonly lines: readonly Line[];
  readonly label: string;
}

/** Thousands of lines, of which only those in sight are drawn. A long one can be shown whole, one at a time. */
export function LineList({ lines, label }: Props) {
  const styles = useStyles();
  const region = useRef<HTMLElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const [openRow, setOpenRow] = useState<number | null>(null);
  const [extra, setExtra] = useState(0);
  useLayoutEffect(() => {
    const element = region.current;
    if (element === null) return;
    const measure = () => {
      const { clientHeight: height } = element;
      const columns = columnsOf(element);
      setSize((before) => (before?.height === height && before.columns === columns ? before : { height, columns }));
    };
    // Before the first line is drawn: what does not fit is not drawn twice.
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // A row that is shown whole is as high as it has to be; while it is out of sight its height is remembered.
  useLayoutEffect(() => {
    const height = region.current?.querySelector<HTMLElement>('[data-open]')?.offsetHeight;
    if (height !== undefined) setExtra(height - rowHeight);
  });
  const toggle = useCallback((place: number) => setOpenRow((row) => (row === place - 1 ? null : place - 1)), []);
  const open = openRow === null ? null : { row: openRow, extra };
  const { from, to, above, below } =
    size === null
      ? { from: 0, to: 0, above: 0, below: lines.length * rowHeight }
      : rowWindow({ count: lines.length, rowHeight, open, scrollTop, height: size.height });
  const focusable = 0;
  return (
    <section
      ref={region}
      className={styles.region}
      tabIndex={focusable}
      aria-label={label}
      onScroll={({ currentTarget }) => setScrollTop(currentTarget.scrollTop)}
    >
      <ol className={styles.list} style={{ paddingTop: above, paddingBottom: below }}>
        {lines.slice(from, to).map((line, i) => {
          const row = from + i;
          return (
            <LineRow
              key={row}
              line={line}
              place={row + 1}
              count={lines.length}
              height={rowHeight}
              columns={size?.columns ?? 0}
              peerBefore={lines[row - 1]?.peer ?? null}
              isOpen={openRow === row}
              onToggle={toggle}
            />
          );
        })}
      </ol>
    </section>
  );
}

/** Characters that fit in a line: the font has one width. */
function columnsOf(element: HTMLElement): number {
  const probe = document.createElement('span');
  probe.textContent = '0'.repeat(50);
  probe.style.position = 'absolute';
  element.append(probe);
  const width = probe.getBoundingClientRect().width / 50;
  probe.remove();
  return Math.floor(element.clientWidth / Math.max(width, 1));
}
