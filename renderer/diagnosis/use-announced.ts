import { useEffect, useRef } from 'react';
import type { Report } from '../../src/run/index.ts';
import { useApp } from '../app/context.tsx';
import { useSpoken } from '../words/context.tsx';
import { verdictOf } from './chain/verdict.ts';

/** Says the end of a run to a screen reader, once; not that of a run which was over when it was opened. */
export function useAnnounced(report: Report): void {
  const { announce } = useApp();
  const spoken = useSpoken();
  const running = useRef<string | null>(null);
  useEffect(() => {
    if (report.run === '') return;
    if (report.outcome === null) {
      if (running.current !== report.run) announce(spoken.words.diagnosis.chain.checking);
      running.current = report.run;
    } else if (running.current === report.run) {
      running.current = null;
      const { title, detail } = verdictOf(report, spoken);
      announce([title, detail].filter((part) => part !== '').join('. '));
    }
  }, [report, announce, spoken]);
}
