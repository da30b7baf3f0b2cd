export const waterfallWords = {
  title: 'What ran when',
  step: 'Step',
  state: 'State',
  start: 'Start',
  duration: 'Duration',
  roundTrips: 'Round trips on the critical path',
  exchanges: 'Questions asked',
  empty: 'Nothing has run yet.',
  floor: (n: number) =>
    n === 1
      ? '1 round trip on the critical path; no run that goes this way can do it in fewer'
      : `${n} round trips on the critical path; no run that goes this way can do it in fewer`,
  legendPath: 'on the critical path, with its round trips',
  legendTicks: 'single questions and their answers',
  rowTimes: (start: string, took: string) => `started at ${start}, took ${took}`,
  rowRunning: (start: string) => `started at ${start}, still running`,
  onPath: (n: number) => (n === 1 ? '1 round trip on the critical path' : `${n} round trips on the critical path`),
  untried: 'not tried',
} as const;
