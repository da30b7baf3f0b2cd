import type { Row } from './rows.ts';

/** What a key does in a tree (ARIA Authoring Practices: tree view). `move` is the id of the row that gets the focus. */
export type TreeAction =
  | { readonly kind: 'move'; readonly id: string }
  | { readonly kind: 'open' | 'close'; readonly id: string }
  | { readonly kind: 'show'; readonly id: string };

export function treeAction(key: string, rows: readonly Row[], focused: string, opened: ReadonlySet<string>) {
  const at = rows.findIndex(({ id }) => id === focused);
  const row = rows[at];
  if (row === undefined) return null;
  const to = (index: number): TreeAction | null => {
    const target = rows[index];
    return target === undefined ? null : { kind: 'move', id: target.id };
  };
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      if (row.level === 2) return null;
      return opened.has(row.id) ? to(at + 1) : ({ kind: 'open', id: row.id } as const);
    case 'ArrowLeft':
      if (row.level === 2)
        return to(
          rows
            .slice(0, at)
            .map((one) => one.level)
            .lastIndexOf(1),
        );
      return opened.has(row.id) ? ({ kind: 'close', id: row.id } as const) : null;
    case 'Enter':
    case ' ':
      return { kind: 'show', id: row.id } as const;
    default:
      return null;
  }
}
