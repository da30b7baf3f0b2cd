import { expect, it } from 'vitest';
import { tell } from '../../../../electron/ipc/index.ts';

function target(destroyed = false) {
  const sent: unknown[] = [];
  return { sent, isDestroyed: () => destroyed, send: (name: string, value: unknown) => sent.push([name, value]) };
}

it('tells the window what the contract knows', () => {
  const window = target();
  tell(window, 'menu.command', 'diagnose');
  expect(window.sent).toEqual([['menu.command', 'diagnose']]);
});

it('sends nothing that breaks the contract', () => {
  const window = target();
  expect(() => tell(window, 'menu.command', 'format-disk' as 'run')).toThrow();
  expect(window.sent).toEqual([]);
});

it('tells nothing to a window that has gone', () => {
  const window = target(true);
  tell(window, 'file.opened', undefined);
  expect(window.sent).toEqual([]);
});
