import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { LinkState } from '../../src/run/index.ts';
import { useWords } from '../words/context.tsx';

const marks: Readonly<Record<LinkState, string>> = {
  passed: '✓',
  warned: '!',
  failed: '✗',
  unknown: '?',
  skipped: '–',
  running: '◌',
  waiting: '·',
};

const useStyles = makeStyles({
  mark: { display: 'inline-block', width: '1.25em', textAlign: 'center', fontWeight: tokens.fontWeightSemibold },
  passed: { color: tokens.colorStatusSuccessForeground1 },
  warned: { color: tokens.colorStatusWarningForeground3 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  unknown: { color: tokens.colorStatusWarningForeground3 },
  skipped: { color: tokens.colorNeutralForeground3 },
  waiting: { color: tokens.colorNeutralForeground3 },
  running: {
    color: tokens.colorBrandForeground1,
    animationName: { from: { transform: 'rotate(0)' }, to: { transform: 'rotate(360deg)' } },
    animationDuration: '1.2s',
    animationIterationCount: 'infinite',
    animationTimingFunction: 'linear',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
});

/** How a step stands: by its shape, by its colour, and in words for a screen reader. */
export function StatusMark({ state }: { readonly state: LinkState }) {
  const styles = useStyles();
  const { problem: words } = useWords();
  return (
    <span role="img" aria-label={words.states[state]} className={mergeClasses(styles.mark, styles[state])}>
      {marks[state]}
    </span>
  );
}
