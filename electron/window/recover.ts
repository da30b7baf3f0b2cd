import { kindOf, type Log } from '../logs/index.ts';

/** As much of Electron's BrowserWindow as is used. */
export interface Recoverable {
  on(event: 'unresponsive' | 'responsive', listener: () => void): unknown;
  readonly webContents: {
    on(event: 'render-process-gone', listener: (event: unknown, details: { readonly reason: string }) => void): unknown;
    reload(): void;
  };
}

/** A page that dies as soon as it is loaded would be loaded for ever. */
const mostReloads = 3;

/** Loads the page again when its process has crashed; what it showed is gone, the runs go on. Each is said in the log. */
export function recoverWindow(window: Recoverable, log: Log): void {
  let reloads = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log.error('The window crashed.', { reason, reload: reloads < mostReloads });
    if (reloads++ < mostReloads) setImmediate(() => reloadOf(window, log));
  });
  window.on('unresponsive', () => log.warn('The window does not respond.'));
  window.on('responsive', () => log.info('The window responds again.'));
}

function reloadOf(window: Recoverable, log: Log): void {
  try {
    window.webContents.reload();
  } catch (error) {
    log.error('The window could not be loaded again.', kindOf(error));
  }
}
