import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useRef } from 'react';
import { useWords } from '../words/context.tsx';
import { type Place, useApp } from './context.tsx';
import { places, titleOf } from './places.ts';

/** As at a zoom of 200 %. */
const narrow = '@media (max-width: 520px)';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    paddingInline: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  tab: {
    position: 'relative',
    padding: '9px 12px',
    // So that the four have room in one row, or else take little of a low window.
    [narrow]: { padding: '5px 8px' },
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-3px' },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      insetInline: '12px',
      [narrow]: { insetInline: '8px' },
      bottom: '0',
      // A border, as high contrast keeps borders and drops backgrounds.
      borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
    },
  },
  // The bold word's room is kept, so that the others stay where they are.
  label: { display: 'inline-grid' },
  word: { gridArea: '1 / 1' },
  room: { gridArea: '1 / 1', visibility: 'hidden', fontWeight: tokens.fontWeightSemibold },
});

/** Keys that move along the bar, and how far. */
const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  Home: -places.length,
  End: places.length,
};

/** The four screens. One stop for the Tab key; the arrow keys move along it, Enter and Space go. */
export function Navigation({ place }: { readonly place: Place }) {
  const styles = useStyles();
  const { go } = useApp();
  const { app: words } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const tabs = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = tabs.findIndex((tab) => tab.matches(':focus'));
    tabs[Math.min(tabs.length - 1, Math.max(0, at + step))]?.focus();
  };
  return (
    <nav aria-label={words.mainNavigation}>
      <div ref={list} role="tablist" aria-label={words.mainNavigation} className={styles.bar} onKeyDown={move}>
        {places.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={one === place}
            tabIndex={one === place ? 0 : -1}
            className={mergeClasses(styles.tab, one === place && styles.selected)}
            onClick={() => go(one)}
          >
            <span className={styles.label}>
              <span className={styles.word}>{titleOf(one, words)}</span>
              <span aria-hidden className={styles.room}>
                {titleOf(one, words)}
              </span>
            </span>
          </button>
        ))}
      </div>
    </nav>
  );
}
