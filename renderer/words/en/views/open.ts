export const openWords = {
  button: 'Open a report…',
  hint: 'or drop a report, an event file or a support bundle here',
  drop: 'Drop the file to open it',
  reading: 'Reading…',
  opened: 'Opened',
  notOpened: (file: string) => `${file} could not be opened.`,
  reasons: {
    'not-json':
      'This file is not JSON, so it is no report of Waypost. Open a report, an event file or a support bundle that Waypost has saved.',
    'not-ours': 'This is no report, event file or support bundle of Waypost. Open one that Waypost has saved.',
    'newer-version': 'A newer version of Waypost wrote this file. Update Waypost to read it.',
    'too-large': 'This file is larger than 64 megabytes. No report is. Open one that Waypost has saved.',
    gone: 'This file could not be read. It may have been moved or deleted. Look where it is now, and open it there.',
    'not-allowed': 'You may not read this file. Ask whoever it belongs to, or for a copy of it.',
  },
} as const;
