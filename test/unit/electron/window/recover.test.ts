import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { type Recoverable, recoverWindow } from '../../../../electron/window/index.ts';
import { fakeLog } from '../../../fakes/fake-log.ts';

function watched() {
  let reloads = 0;
  const contents = Object.assign(new EventEmitter(), { reload: () => void reloads++ });
  const window = Object.assign(new EventEmitter(), { webContents: contents });
  const log = fakeLog();
  recoverWindow(window as Recoverable, log);
  const crash = (reason: string) => contents.emit('render-process-gone', {}, { reason });
  return { window, crash, log, reloads: () => reloads };
}

it('loads the page again after a crash, and notes it', async () => {
  const { crash, log, reloads } = watched();
  crash('crashed');
  await expect.poll(reloads).toBe(1);
  expect(log.lines).toEqual(['The window crashed. {"reason":"crashed","reload":true}']);
});

it('gives up on a page that crashes again and again', async () => {
  const { crash, log, reloads } = watched();
  for (let n = 0; n < 10; n++) crash('oom');
  await expect.poll(reloads).toBe(3);
  expect(log.lines.filter((line) => line.includes('"reload":false'))).toHaveLength(7);
});

it('does nothing about a process that ended in order', () => {
  const { crash, log } = watched();
  crash('clean-exit');
  expect(log.lines).toEqual([]);
});

it('notes a window that hangs', () => {
  const { window, log } = watched();
  window.emit('unresponsive');
  window.emit('responsive');
  expect(log.lines).toHaveLength(2);
});
