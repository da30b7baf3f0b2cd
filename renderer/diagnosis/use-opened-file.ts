import { useEffect, useRef } from 'react';
import type { CallAnswer } from '../../electron/contract.ts';
import { useApp } from '../app/context.tsx';

/** Takes the file that the program was opened with, at its start or later. */
export function useOpenedFile(take: (opened: NonNullable<CallAnswer<'report.opened'>>) => void): void {
  const { bridge, info, change } = useApp();
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (!info.openedFile) return;
    change({ openedFile: false });
    void bridge.call('report.opened').then((opened) => opened !== null && latest.current(opened));
  }, [bridge, info.openedFile, change]);
}
