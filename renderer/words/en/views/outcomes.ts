export const outcomesWords = {
  passed: 'passed',
  failed: 'failed',
  inconclusive: 'inconclusive',
  cancelled: 'cancelled',
  none: 'not finished',
} as const;
