import { readFileSync, renameSync, writeFileSync } from 'node:fs';

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  /** Null: where the system puts it. */
  readonly bounds: Bounds | null;
  readonly maximized: boolean;
}

/** As much of Electron's Display as is looked at. */
export interface Display {
  readonly workArea: Bounds;
}

export const leastSize = { width: 480, height: 400 } as const;
export const firstSize = { width: 1_120, height: 760 } as const;

/** As much of Electron's BrowserWindow as is used. */
export interface StatefulWindow {
  on(event: 'resize' | 'move' | 'close', listener: () => void): unknown;
  isMaximized(): boolean;
  getNormalBounds(): Bounds;
}

/** What was saved, if it makes sense. */
export function readWindowState(file: string): WindowState {
  try {
    const { bounds, maximized } = JSON.parse(readFileSync(file, 'utf8'));
    return { bounds: isBounds(bounds) ? bounds : null, maximized: maximized === true };
  } catch {
    return { bounds: null, maximized: false };
  }
}

/**
 * Where the window can be seen and reached: inside the display it was mostly on, no larger than that, no smaller than can
 * be used. Null when none of the displays shows any of it: another monitor was there then.
 */
export function fitToDisplays(bounds: Bounds, displays: readonly Display[]): Bounds | null {
  const shown = displays
    .map(({ workArea }) => ({ workArea, area: sharedArea(bounds, workArea) }))
    .sort((a, b) => b.area - a.area)[0];
  if (shown === undefined || shown.area <= 0) return null;
  const { workArea } = shown;
  const width = clamp(bounds.width, leastSize.width, Math.max(leastSize.width, workArea.width));
  const height = clamp(bounds.height, leastSize.height, Math.max(leastSize.height, workArea.height));
  return {
    x: clamp(bounds.x, workArea.x, Math.max(workArea.x, workArea.x + workArea.width - width)),
    y: clamp(bounds.y, workArea.y, Math.max(workArea.y, workArea.y + workArea.height - height)),
    width,
    height,
  };
}

/** Saves where the window is, once it rests there and when it closes. A file that cannot be written costs the memory only. */
export function rememberWindow(window: StatefulWindow, file: string, rest = 500): void {
  let timer: NodeJS.Timeout | undefined;
  const save = () => {
    clearTimeout(timer);
    const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    } catch {
      // Nobody misses it before the next start, and then the window opens as it did the first time.
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(save, rest);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('close', save);
}

function isBounds(value: unknown): value is Bounds {
  const { x, y, width, height } = (value ?? {}) as Partial<Bounds>;
  return [x, y, width, height].every((side) => Number.isInteger(side) && Math.abs(Number(side)) < 100_000);
}

function sharedArea(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width <= 0 || height <= 0 ? 0 : width * height;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
