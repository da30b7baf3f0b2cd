export const appWords = {
  name: 'Waypost',
  setUp: 'Set up mail',
  diagnose: 'Diagnose',
  send: 'Test message',
  settings: 'Settings',
  mainNavigation: 'Main navigation',
  cancel: 'Cancel',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  copyReport: 'Copy report',
  tooManyRuns: (most: number) =>
    `Nothing was started: ${most} runs are going on, and no more can at once. Cancel one, or wait until one has ended; then start again.`,
  loading: 'Loading…',
  broken: 'This part of the window met an error of its own. Your mail settings are not affected.',
  reload: 'Try again',
} as const;
