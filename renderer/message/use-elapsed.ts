import { useEffect, useState } from 'react';

/** Milliseconds since a run began to be shown, counted in tenths of a second while it goes on. */
export function useElapsed(run: string | null, running: boolean): number {
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    if (run === null || !running) return;
    const began = performance.now();
    setElapsed(0);
    const timer = setInterval(() => setElapsed(performance.now() - began), 100);
    return () => clearInterval(timer);
  }, [run, running]);
  return elapsed;
}
