import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useId } from 'react';
import type { RunEvent } from '../../../src/run/index.ts';
import { duration } from '../../kit/format.ts';
import { useSpoken } from '../../words/context.tsx';
import { type Shown, usePlayer } from './use-player.ts';

const speeds = [0.25, 0.5, 1, 2, 4, 8, 16];
/** The scrubber's steps: an arrow key moves by a two-hundredth of the run. */
const steps = 200;

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    background: tokens.colorNeutralBackground1,
  },
  play: { minWidth: '92px' },
  scrubber: {
    flex: '1 1 160px',
    minWidth: '120px',
    accentColor: tokens.colorCompoundBrandBackground,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  time: { minWidth: '136px', textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  speed: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
});

interface Props {
  /** Of one whole run, in their order. */
  readonly events: readonly RunEvent[];
  /** Told first the end of the run, then what is to be shown at each time. */
  onChange(shown: Shown): void;
  /** The run was played to its end. */
  onEnd?(): void;
}

/** Plays a recorded run: at any speed, to any time, and at first as the sender saw it in the end. */
export function Replay({ events, onChange, onEnd }: Props) {
  const styles = useStyles();
  const { words: all, locale } = useSpoken();
  const { replay: words } = all.views;
  const speedId = useId();
  const player = usePlayer(events, onChange, onEnd);
  const { at, duration: whole, playing, speed } = player;
  const time = words.of(duration(at, locale), duration(whole, locale));
  const toggleBySpace = (event: KeyboardEvent) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    player.toggle();
  };
  return (
    <section aria-label={words.title} className={styles.bar}>
      <Button className={styles.play} onClick={player.toggle}>
        {playing ? words.pause : words.play}
      </Button>
      <input
        type="range"
        className={styles.scrubber}
        aria-label={words.position}
        aria-valuetext={time}
        min={0}
        max={steps}
        step={1}
        value={whole === 0 ? steps : Math.round((at / whole) * steps)}
        onChange={({ target }) => player.seek((Number(target.value) / steps) * whole)}
        onKeyDown={toggleBySpace}
      />
      <span className={styles.time}>{time}</span>
      <span className={styles.speed}>
        <label htmlFor={speedId}>{words.speed}</label>
        <Select
          id={speedId}
          size="small"
          value={String(speed)}
          onChange={(_, { value }) => player.setSpeed(Number(value))}
        >
          {speeds.map((factor) => (
            <option key={factor} value={factor}>
              {words.times(factor.toLocaleString(locale))}
            </option>
          ))}
        </Select>
      </span>
      <Button disabledFocusable={at >= whole} onClick={() => player.seek(whole)}>
        {words.toEnd}
      </Button>
    </section>
  );
}
