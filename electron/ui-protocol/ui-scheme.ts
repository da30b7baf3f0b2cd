import type { CustomScheme } from 'electron';

/**
 * What `app://` is to Chromium: an origin of its own, as safe as https, whose compiled scripts are kept for the next
 * start. Neither fetch nor service workers: the window loads its own files and nothing else.
 */
export const uiScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, codeCache: true },
};
