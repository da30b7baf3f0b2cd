import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';

const SavedContext = createContext<() => void>(() => {});

/** Calls back when something was saved: the word for it has a place of its own, so that nothing moves. */
export function useSaved(): () => void {
  return useContext(SavedContext);
}

const shownFor = 2_000;

/** @param children given whether something was saved a moment ago */
export function SavedNotice({ children }: { readonly children: (saved: boolean) => ReactNode }) {
  const [saved, setSaved] = useState(false);
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const tell = useCallback(() => {
    setSaved(true);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setSaved(false), shownFor);
  }, []);
  return <SavedContext value={tell}>{children(saved)}</SavedContext>;
}
