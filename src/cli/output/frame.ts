const up = (lines: number) => (lines > 0 ? `\u001b[${lines}A` : '');
const toLineEnd = '\u001b[K';
const toScreenEnd = '\u001b[J';

export const hideCursor = '\u001b[?25l';
export const showCursor = '\u001b[?25h';

export interface Screen {
  readonly rows: number;
  readonly columns: number;
}

/** A block of lines at the end of the terminal's output that is drawn over itself. */
export interface Frame {
  /** What to write so that the block shows `lines` instead; `widths` are the columns that each takes. */
  draw(lines: readonly string[], widths: readonly number[], screen: Screen): string;
  /** What to write so that the block is gone and output goes on in its place. */
  erase(screen: Screen): string;
}

/** Only the last lines are drawn when the screen is too low for all: what has scrolled away cannot be drawn over. */
export function makeFrame(): Frame {
  let drawn: readonly number[] = [];
  // In a window that was made narrower, the terminal has broken the lines that it shows.
  const height = ({ columns }: Screen) =>
    drawn.reduce((sum, width) => sum + Math.max(1, Math.ceil(width / columns)), 0);
  const back = (screen: Screen) => `\r${up(Math.min(height(screen), screen.rows - 1))}`;
  return {
    draw(lines, widths, screen) {
      const room = Math.max(1, screen.rows - 1);
      const start = back(screen);
      const wasBroken = height(screen) > drawn.length;
      drawn = widths.slice(-room);
      const body = lines.slice(-room).map((line) => `${line}${toLineEnd}\n`);
      return `${start}${wasBroken ? toScreenEnd : ''}${body.join('')}`;
    },
    erase(screen) {
      const text = `${back(screen)}${toScreenEnd}`;
      drawn = [];
      return text;
    },
  };
}
