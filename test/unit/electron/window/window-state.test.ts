import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fitToDisplays, leastSize, readWindowState, rememberWindow } from '../../../../electron/window/window-state.ts';

let folder = '';
let file = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-window-'));
  file = join(folder, 'window.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const first = { workArea: { x: 0, y: 25, width: 1_920, height: 1_055 } };
const second = { workArea: { x: -1_280, y: 0, width: 1_280, height: 1_024 } };

function aWindow(bounds = { x: 10, y: 40, width: 900, height: 700 }, maximized = false) {
  const listeners = new Map<string, () => void>();
  return {
    on: (name: string, listener: () => void) => listeners.set(name, listener),
    emit: (name: string) => listeners.get(name)?.(),
    getNormalBounds: () => bounds,
    isMaximized: () => maximized,
  };
}

it('remembers where the window was when it closed', async () => {
  const window = aWindow({ x: 10, y: 40, width: 900, height: 700 }, true);
  rememberWindow(window, file);
  window.emit('close');
  expect(readWindowState(file)).toEqual({ bounds: { x: 10, y: 40, width: 900, height: 700 }, maximized: true });
  expect(await readdir(folder)).toEqual(['window.json']);
});

it('saves once the window rests, without waiting for its end', async () => {
  const window = aWindow();
  rememberWindow(window, file, 1);
  for (let n = 0; n < 10; n++) window.emit('move');
  await expect.poll(() => readWindowState(file).bounds).toEqual(window.getNormalBounds());
});

it.each(['', 'null', '{"bounds":{"x":1e99,"y":0,"width":1,"height":1}}', '{"bounds":{"x":"0"}}', '[]', '{"bounds":'])(
  'opens as the first time when the file says %s',
  async (text) => {
    await writeFile(file, text);
    expect(readWindowState(file)).toEqual({ bounds: null, maximized: false });
  },
);

it('opens as the first time when there is no file', () => {
  expect(readWindowState(join(folder, 'missing.json'))).toEqual({ bounds: null, maximized: false });
});

it('does not mind a folder that it cannot write to', () => {
  const window = aWindow();
  rememberWindow(window, join(folder, 'missing', 'window.json'));
  expect(() => window.emit('close')).not.toThrow();
});

it('leaves a window alone that fits', () => {
  const bounds = { x: 100, y: 100, width: 1_000, height: 700 };
  expect(fitToDisplays(bounds, [first, second])).toEqual(bounds);
  expect(fitToDisplays({ ...bounds, x: -1_200 }, [first, second])).toEqual({ ...bounds, x: -1_200 });
});

it('pulls a window back that hangs out of its display', () => {
  expect(fitToDisplays({ x: 1_500, y: 900, width: 1_000, height: 700 }, [first])).toEqual({
    x: 920,
    y: 380,
    width: 1_000,
    height: 700,
  });
  expect(fitToDisplays({ x: 100, y: 0, width: 1_000, height: 700 }, [first])?.y).toBe(25);
});

it('makes a window fit that is larger than the display, or too small to use', () => {
  expect(fitToDisplays({ x: 0, y: 0, width: 4_000, height: 3_000 }, [first])).toEqual(first.workArea);
  expect(fitToDisplays({ x: 50, y: 50, width: 1, height: 1 }, [first])).toMatchObject(leastSize);
});

it('lets the system place a window whose display is gone', () => {
  expect(fitToDisplays({ x: -1_200, y: 100, width: 800, height: 600 }, [first])).toBeNull();
  expect(fitToDisplays({ x: 0, y: 0, width: 800, height: 600 }, [])).toBeNull();
});
