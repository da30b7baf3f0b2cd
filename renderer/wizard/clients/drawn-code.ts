/** Light modules around a code on each side (ISO/IEC 18004, 6.3.8). */
const quietZone = 4;

interface DrawnCode {
  /** Modules on each side, the quiet zone included. */
  readonly side: number;
  /** Of an SVG path whose unit is a module. */
  readonly path: string;
}

/** A code as one path: a rectangle for each run of dark modules. What light border the rows have makes no difference. */
export function drawnCode(rows: readonly string[]): DrawnCode {
  const symbol = withoutBorder(rows);
  const path = symbol.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(({ 0: run, index }) => {
      const width = run.length;
      return `M${index + quietZone} ${y + quietZone}h${width}v1h-${width}z`;
    }),
  );
  return { side: symbol.length + 2 * quietZone, path: path.join('') };
}

/** The patterns in three corners of a code are dark at its edges: its border ends where they begin, and no row in between is light. */
function withoutBorder(rows: readonly string[]): readonly string[] {
  const dark = rows.filter((row) => row.includes('1'));
  const left = Math.min(...dark.map((row) => row.indexOf('1')));
  const right = Math.max(...dark.map((row) => row.lastIndexOf('1')));
  return dark.map((row) => row.slice(left, right + 1));
}
