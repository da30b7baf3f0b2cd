import type { BrowserWindow, NativeTheme, Screen, Session } from 'electron';
import { uiOrigin } from '../contract/origin.ts';
import { backgroundFor } from './theme.ts';
import { firstSize, fitToDisplays, leastSize, readWindowState, rememberWindow } from './window-state.ts';

/** As much of Electron as is used. */
interface Windows {
  readonly BrowserWindow: typeof BrowserWindow;
  readonly nativeTheme: NativeTheme;
  readonly screen: Screen;
}

interface WindowOptions {
  readonly preload: string;
  /** Where size and place are remembered. */
  readonly stateFile: string;
  readonly session: Session;
  readonly devTools: boolean;
}

interface ShownLater {
  readonly window: BrowserWindow;
  /** Shows it, once there is something to see, in the colours that were chosen meanwhile. */
  show(): Promise<void>;
  /** Brings it to the front, from wherever it is. */
  focus(): void;
}

/** Starts to load the window's page. The window is invisible until `show` and until there is something to see. */
export function openWindow(
  { BrowserWindow, nativeTheme, screen }: Windows,
  { preload, stateFile, session, devTools }: WindowOptions,
): ShownLater {
  const state = readWindowState(stateFile);
  const window = new BrowserWindow({
    ...firstSize,
    ...(state.bounds && fitToDisplays(state.bounds, screen.getAllDisplays())),
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    show: false,
    title: 'Waypost',
    backgroundColor: backgroundFor(nativeTheme),
    webPreferences: {
      preload,
      session,
      devTools,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // It would download dictionaries, and nobody wants server names underlined.
      spellcheck: false,
    },
  });
  rememberWindow(window, stateFile);
  const painted = new Promise<void>((resolve) => window.once('ready-to-show', () => resolve()));
  void window.loadURL(`${uiOrigin}/index.html`);
  return {
    window,
    async show() {
      window.setBackgroundColor(backgroundFor(nativeTheme));
      await painted;
      if (window.isDestroyed()) return;
      if (state.maximized) window.maximize();
      window.show();
    },
    focus() {
      if (window.isMinimized()) window.restore();
      window.focus();
    },
  };
}
