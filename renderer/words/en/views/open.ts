export const openWords = {
  button: 'Open a report…',
  hint: 'or drop a report, an event file or a support bundle here',
  drop: 'Drop the file to open it',
  reading: 'Reading…',
  opened: 'Opened',
  reasons: {
    'not-json': 'This file is not JSON, so it is no report of Waypost.',
    'not-ours': 'This file is no report, event file or support bundle of Waypost.',
    'newer-version': 'A newer version of Waypost wrote this file. Update Waypost to read it.',
    'too-large': 'This file is larger than 64 megabytes. No report is.',
    gone: 'This file could not be read. It may have been moved or deleted.',
  },
} as const;
