import { useCallback, useEffect, useRef, useState } from 'react';
import type { Report, RunEvent } from '../../../src/run/index.ts';
import { makeTimeline, type Timeline } from './timeline.ts';

export interface Shown {
  readonly report: Report;
  /** Milliseconds from the start of the run. */
  readonly at: number;
}

/** Plays recorded events on their own time axis. It starts at the end: everything is shown at first. */
export function usePlayer(events: readonly RunEvent[], onChange: (shown: Shown) => void, onEnd?: () => void) {
  const duration = events.at(-1)?.at ?? 0;
  const [at, setAt] = useState(duration);
  const position = useRef(duration);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const timeline = useRef<Timeline | null>(null);
  const told = useRef(-1);
  const tell = useRef({ onChange, onEnd });
  tell.current = { onChange, onEnd };

  const show = useCallback((time: number) => {
    position.current = time;
    setAt(time);
    const known = timeline.current;
    if (known === null) return;
    const count = time >= known.duration ? Number.POSITIVE_INFINITY : known.countAt(time);
    if (count === told.current) return;
    told.current = count;
    tell.current.onChange({ report: known.report(count), at: time });
  }, []);

  useEffect(() => {
    const folding = new AbortController();
    timeline.current = null;
    told.current = -1;
    setPlaying(false);
    void makeTimeline(events, folding.signal).then((made) => {
      if (made === null) return;
      timeline.current = made;
      show(made.duration);
    });
    return () => folding.abort();
  }, [events, show]);

  useEffect(() => {
    if (!playing) return;
    let before = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      show(Math.min(duration, position.current + (now - before) * speed));
      before = now;
      if (position.current < duration) frame = requestAnimationFrame(step);
      else {
        setPlaying(false);
        tell.current.onEnd?.();
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, speed, duration, show]);

  const seek = (time: number) => {
    setPlaying(false);
    show(time);
  };
  const toggle = () => {
    if (!playing && at >= duration) show(0);
    setPlaying(!playing);
  };
  return { at, duration, playing, speed, setSpeed, seek, toggle };
}
