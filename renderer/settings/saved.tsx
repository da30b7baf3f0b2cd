import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';

interface Notices {
  /** Something was saved. */
  saved(): void;
  /** Something is wrong that belongs to no field, in words. */
  complain(fault: string): void;
}

const NoticesContext = createContext<Notices>({ saved() {}, complain() {} });

/** Tells what became of a change, in a place of its own, so that nothing moves. */
export function useNotices(): Notices {
  return useContext(NoticesContext);
}

const shownFor = 2_000;

interface Props {
  /** Given whether something was saved a moment ago, and what is wrong: empty, or a text that stays until something is saved. */
  readonly children: (saved: boolean, fault: string) => ReactNode;
}

export function NoticesOf({ children }: Props) {
  const [saved, setSaved] = useState(false);
  const [fault, complain] = useState('');
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const notices = useMemo(
    () => ({
      saved() {
        setSaved(true);
        complain('');
        clearTimeout(timer.current);
        timer.current = window.setTimeout(() => setSaved(false), shownFor);
      },
      complain,
    }),
    [],
  );
  return <NoticesContext value={notices}>{children(saved, fault)}</NoticesContext>;
}
