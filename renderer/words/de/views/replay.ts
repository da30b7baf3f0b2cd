import type { replayWords as english } from '../../en/views/replay.ts';
import type { Translated } from '../../translated.ts';

export const replayWords: Translated<typeof english> = {
  title: 'Wiedergabe',
  play: 'Abspielen',
  pause: 'Anhalten',
  toEnd: 'Alles auf einmal',
  speed: 'Tempo',
  times: (factor) => `×${factor}`,
  position: 'Zeit im Lauf',
  of: (at, whole) => `${at} von ${whole}`,
};
