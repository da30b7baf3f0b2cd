// Two columns each in a terminal (Unicode TR 11, wide and fullwidth), as far as names and messages hold them.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const none = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns that a text takes in a terminal. */
export function displayWidth(text: string): number {
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += columnsOf(char);
  return width;
}

/** The beginning of a text that fits into `width` columns. */
export function truncate(text: string, width: number): string {
  let used = 0;
  let kept = '';
  for (const char of text) {
    used += columnsOf(char);
    if (used > width) break;
    kept += char;
  }
  return kept;
}

function columnsOf(char: string): number {
  if (none.test(char)) return 0;
  return wide.test(char) ? 2 : 1;
}
