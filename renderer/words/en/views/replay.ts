export const replayWords = {
  title: 'Replay',
  play: 'Play',
  pause: 'Pause',
  toEnd: 'All at once',
  speed: 'Speed',
  times: (factor: string) => `×${factor}`,
  position: 'Time in the run',
  of: (at: string, whole: string) => `${at} of ${whole}`,
} as const;
