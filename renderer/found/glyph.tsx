import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

export type Tone = 'good' | 'warning' | 'bad' | 'quiet';

const useStyles = makeStyles({
  glyph: { display: 'inline-block', width: '1.25em', textAlign: 'center', fontWeight: tokens.fontWeightSemibold },
  good: { color: tokens.colorStatusSuccessForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const glyphs: Readonly<Record<Tone, string>> = { good: '✓', warning: '!', bad: '✗', quiet: '–' };

/** For the eyes: what stands beside it says the same in words. */
export function Glyph({ tone }: { readonly tone: Tone }) {
  const styles = useStyles();
  return (
    <span aria-hidden className={mergeClasses(styles.glyph, styles[tone])}>
      {glyphs[tone]}
    </span>
  );
}
