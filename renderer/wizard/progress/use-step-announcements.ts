import { useEffect, useRef } from 'react';
import { useApp } from '../../app/context.tsx';
import type { StepLine } from './steps.ts';

/** Says each step once, when it is done. */
export function useStepAnnouncements(steps: readonly StepLine[]): void {
  const { announce } = useApp();
  const said = useRef(new Set<string>());
  useEffect(() => {
    const news = steps.filter((step) => isDone(step) && !said.current.has(step.id));
    if (news.length === 0) return;
    for (const { id } of news) said.current.add(id);
    announce(news.map(({ label, fact }) => [label, fact].filter((part) => part !== '').join(' ')).join('. '));
  }, [steps, announce]);
}

function isDone({ state }: StepLine): boolean {
  return state === 'passed' || state === 'warned' || state === 'failed' || state === 'unknown';
}
