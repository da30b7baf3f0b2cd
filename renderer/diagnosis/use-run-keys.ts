import { useEffect, useRef } from 'react';

/** Ctrl+Enter (⌘+Enter) runs, Esc cancels, wherever the focus is; a dialog or a field that wants Esc goes first. */
export function useRunKeys(run: () => void, cancel: () => void): void {
  const latest = useRef({ run, cancel });
  useEffect(() => {
    latest.current = { run, cancel };
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"]') !== null) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        latest.current.run();
      } else if (event.key === 'Escape') latest.current.cancel();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
