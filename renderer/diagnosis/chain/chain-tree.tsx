import { makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type MouseEvent, memo, useMemo, useRef, useState } from 'react';
import { linksOf, type Report } from '../../../src/run/index.ts';
import { useSpoken } from '../../words/context.tsx';
import { ChainRow } from './chain-row.tsx';
import { rowsOf } from './rows.ts';
import { treeAction } from './tree-keys.ts';

const useStyles = makeStyles({ tree: { paddingBlock: tokens.spacingVerticalXS } });

interface Props {
  readonly report: Report;
  readonly selected: string | null;
  /** Shows a link or a probe in full. */
  onShow(id: string): void;
}

const nothing: ReadonlySet<string> = new Set();

/** The chain as a tree: its links, and the probes of each. Arrow keys move, Enter shows. */
export const ChainTree = memo(function ChainTree({ report, selected, onShow }: Props) {
  const styles = useStyles();
  const spoken = useSpoken();
  const [opened, setOpened] = useState(nothing);
  const [focused, setFocused] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(report, opened, spoken), [report, opened, spoken]);
  const chosen = rows.some(({ id }) => id === selected) ? selected : linkWith(report, selected);
  const current = rows.find(({ id }) => id === focused) ?? rows.find(({ id }) => id === chosen) ?? rows[0];

  const focus = (id: string) => {
    tree.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();
  };
  const fold = (id: string) => {
    setOpened((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    );
  };
  const press = (event: KeyboardEvent) => {
    if (current === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = treeAction(event.key, rows, current.id, opened);
    if (action === null) return;
    event.preventDefault();
    if (action.kind === 'move') focus(action.id);
    else if (action.kind === 'show') onShow(action.id);
    else fold(action.id);
  };
  const click = ({ target }: MouseEvent) => {
    const id = rowAt(target);
    if (id === null || !(target instanceof Element)) return;
    focus(id);
    if (target.closest('[data-fold]')) fold(id);
    else onShow(id);
  };
  return (
    <div
      ref={tree}
      role="tree"
      tabIndex={-1}
      aria-label={spoken.words.diagnosis.chain.tree}
      className={styles.tree}
      onFocus={({ target }) => setFocused(rowAt(target))}
      onKeyDown={press}
      onClick={click}
    >
      {rows.map((row) => (
        <ChainRow
          key={row.id}
          {...row}
          expanded={row.level === 1 ? opened.has(row.id) : null}
          isSelected={row.id === chosen}
          isFocusable={row === current}
        />
      ))}
    </div>
  );
});

/** The row that something is in. */
function rowAt(target: EventTarget): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row?.dataset['row'] ?? null;
}

/** The link that a probe belongs to: it stands for the probe while it is folded. */
function linkWith(report: Report, probe: string | null): string | null {
  return linksOf(report).find(({ probes }) => probe !== null && probes.includes(probe))?.id ?? null;
}
