import { useEffect, useRef } from 'react';
import type { MenuCommand } from '../../electron/contract.ts';
import { useApp } from './context.tsx';

/** Does what a command of the menu says, as long as the screen is shown. */
export function useCommand(wanted: MenuCommand, run: () => void): void {
  const { bridge } = useApp();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(
    () =>
      bridge.on('menu.command', (command) => {
        if (command === wanted) latest.current();
      }),
    [bridge, wanted],
  );
}
