/** Two modules, one above the other; terminals are dark, so that it is the light ones that are drawn. */
const blocks: Readonly<Record<string, string>> = { '00': '█', '01': '▀', '10': '▄', '11': ' ' };

/** A QR code in lines of block characters, from its rows of modules. What lies beyond the last row is light. */
export function drawnCode(rows: readonly string[]): readonly string[] {
  return rows.flatMap((upper, index) => {
    if (index % 2 === 1) return [];
    const lower = rows[index + 1] ?? '';
    return [[...upper].map((module, column) => blocks[`${module}${lower[column] ?? '0'}`] ?? ' ').join('')];
  });
}
