import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell } from 'electron';
import { version } from '../src/core/version.ts';
import type { MenuCommand, Settings } from './contract.ts';
import { firstScreenOf, guessFirstScreen, noteFirstScreen, suggestedUserHere } from './first-screen/index.ts';
import {
  bounded,
  fileOfSecondStart,
  openedFile,
  quietSwitches,
  readCommandLine,
  type SecondStart,
} from './launch/index.ts';
import { kindOf, openLog } from './logs/index.ts';
import { uiScheme, uiServer } from './ui-protocol/index.ts';
import {
  dressWindow,
  guardContents,
  guardSession,
  menuWordsFor,
  openWindow,
  putMenu,
  recoverWindow,
} from './window/index.ts';

// Chromium's crash reporter is never started: no dump of a process that held a password is written or sent.

const { demo, file } = readCommandLine(process.argv, app.isPackaged, process.cwd());
// Nothing of the embedded world may mix with real data.
const demoFolder = demo ? mkdtempSync(join(tmpdir(), 'waypost-demo-')) : null;
if (demoFolder !== null) app.setPath('userData', demoFolder);

protocol.registerSchemesAsPrivileged([uiScheme]);
for (const name of quietSwitches) app.commandLine.appendSwitch(name);
// Without a sandbox only where somebody asks for that: in a container, as root.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// Electron's own menu is in English and would be built for nothing.
Menu.setApplicationMenu(null);

const opened = openedFile(file);
app.on('open-file', (event, path) => {
  event.preventDefault();
  opened.set(path);
});
app.on('session-created', guardSession);
app.on('web-contents-created', (_event, contents) => guardContents(contents));
app.on('window-all-closed', () => app.quit());
// The window can be closed while the rest is still being loaded: then nothing more is started, and nobody told of it.
let isLeaving = false;
app.on('before-quit', () => {
  isLeaving = true;
});
app.on('quit', () => demoFolder !== null && rmSync(demoFolder, { recursive: true, force: true, maxRetries: 10 }));

if (app.requestSingleInstanceLock({ file } satisfies SecondStart)) void app.whenReady().then(start).catch(giveUp);
else app.quit();

async function start(): Promise<void> {
  const log = openLog(app.getPath('logs'));
  log.info('Started.', { version, electron: process.versions.electron, platform: process.platform, demo });
  process.on('uncaughtException', (error) => log.error('The main process met an unexpected error.', kindOf(error)));
  process.on('unhandledRejection', (error) => log.error('The main process met a failure.', kindOf(error)));

  const folder = app.getPath('userData');
  // In memory for the demo: Chromium's cache writes to its folder until the very end.
  const shown = demo ? session.fromPartition('demo') : session.defaultSession;
  const suggestedUser = demo ? '' : suggestedUserHere();
  const guessed = guessFirstScreen({ folder, locale: app.getLocale(), platform: process.platform, demo });
  // The page's colours follow it, before the settings are read.
  nativeTheme.themeSource = guessed.appearance;
  const opening = () => ({ language: opened.isThere() ? null : guessed.language, user: suggestedUser });
  const ui = uiServer(join(__dirname, 'ui'), opening);
  // Not `handle`, whose Response would have a whole HTTP client loaded before the window.
  shown.protocol.registerBufferProtocol('app', (request, answer) => answer(ui.serve(request)));
  const { window, show, focus } = openWindow(
    { BrowserWindow, nativeTheme, screen },
    {
      preload: join(__dirname, 'preload.cjs'),
      stateFile: join(folder, 'window.json'),
      session: shown,
      devTools: !app.isPackaged,
    },
  );
  const { webContents } = window;
  recoverWindow(window, log);
  const openLogs = () => void shell.openPath(app.getPath('logs'));
  const command = async (name: MenuCommand) => {
    if (name === 'open-report') return askForFile();
    const { tell } = await import('./ipc/index.ts');
    tell(webContents, 'menu.command', name);
  };
  const askForFile = async () => {
    const [path] = (await dialog.showOpenDialog(window, { properties: ['openFile'] })).filePaths;
    if (path !== undefined) opened.set(path);
  };
  const menu = {
    locale: app.getLocale(),
    platform: process.platform,
    actions: { command: (name: MenuCommand) => void command(name), openLogs },
  };

  // A form that can be typed into is seen at once, below its menu bar; an empty page is not.
  const { language } = opening();
  if (language !== null) putMenu({ Menu }, language, menu);
  const seen = language === null ? null : show();

  // Everything else is loaded while the page reads its scripts; what answers it, before it can ask.
  await ui.given;
  const { isOurFrame, serveCalls, tell, whenReady } = await import('./ipc/index.ts');
  const starting = nextTurn().then(async () => {
    const { startServices } = await import('./services/index.ts');
    return startServices({ window, demo, folder, scripts: __dirname, suggestedUser, opened, openLogs, log, giveUp });
  });
  const handlers = whenReady(starting.then((services) => services.handlers));
  serveCalls(ipcMain, handlers, (event) => event.sender === webContents && isOurFrame(event.senderFrame), log);
  const { settings, afterShow, stop } = await starting;
  if (isLeaving) return;

  dressWindow(window, { Menu, nativeTheme }, { ...menu, settings });

  opened.onSet(() => {
    tell(webContents, 'file.opened', undefined);
    focus();
  });
  app.on('second-instance', (_event, _argv, _folder, told) => {
    const another = fileOfSecondStart(told);
    if (another === null) focus();
    else opened.set(another);
  });
  app.once('will-quit', (event) => {
    event.preventDefault();
    // Not at once: Electron is still quitting, and would not hear it.
    void bounded(stop(), 3_000).then(() => setImmediate(() => app.quit()));
  });
  await (seen ?? show());
  app.configureHostResolver({ secureDnsMode: 'off' });
  afterShow();
  const note = (changed: Settings) => noteFirstScreen(folder, firstScreenOf(changed, app.getLocale()));
  note(settings.get());
  settings.onChange(note);
}

function giveUp(error: unknown): void {
  if (isLeaving) return;
  openLog(app.getPath('logs')).error('The program could not start.', kindOf(error));
  dialog.showErrorBox('Waypost', menuWordsFor('system', app.getLocale()).cannotStart(app.getPath('logs')));
  app.exit(1);
}
