import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { LinkState } from '../../src/run/index.ts';
import { useWords } from '../words/context.tsx';

const marks: Readonly<Record<LinkState, string>> = {
  passed: '✓',
  warned: '!',
  failed: '✗',
  unknown: '?',
  skipped: '–',
  running: '',
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
  // A ring with a gap: a border, so that high contrast shows it too.
  running: {
    boxSizing: 'border-box',
    width: '0.85em',
    height: '0.85em',
    margin: '0 0.2em',
    verticalAlign: '-0.05em',
    border: `2px solid ${tokens.colorBrandForeground1}`,
    borderTopColor: 'transparent',
    borderRadius: '50%',
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
