/** Which rows of a long list are drawn, and the room that the others take up above and below (pixels). */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
  readonly above: number;
  readonly below: number;
}

interface Sizes {
  readonly count: number;
  readonly rowHeight: number;
  readonly scrollTop: number;
  readonly height: number;
  /** The one row that is shown whole, and how much higher than the others it is. */
  readonly open: { readonly row: number; readonly extra: number } | null;
}

/** Rows beyond each edge that are drawn as well, so that scrolling shows no gap. */
const margin = 10;

export function rowWindow({ count, rowHeight, scrollTop, height, open }: Sizes): RowWindow {
  const before = (row: number) => row * rowHeight + (open !== null && open.row < row ? open.extra : 0);
  const rowAt = (y: number) => {
    if (open === null || y < before(open.row)) return Math.floor(y / rowHeight);
    return Math.max(open.row, Math.floor((y - open.extra) / rowHeight));
  };
  const from = clamp(rowAt(scrollTop) - margin, count);
  const to = clamp(rowAt(scrollTop + height) + 1 + margin, count);
  return { from, to, above: before(from), below: before(count) - before(to) };
}

function clamp(row: number, count: number): number {
  return Math.max(0, Math.min(count, row));
}
