import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../contract.ts';
import type { MenuWords } from './menu-words.ts';

export interface MenuActions {
  /** Tells the window what was chosen. */
  command(name: MenuCommand): void;
  openLogs(): void;
}

type Items = MenuItemConstructorOptions[];

const separator = { type: 'separator' } as const;

/** The menu bar, with the shortcuts that people of the platform expect. Each of them has one place. */
export function menuTemplate(platform: NodeJS.Platform, words: MenuWords, actions: MenuActions): Items {
  const isMac = platform === 'darwin';
  const command = (name: MenuCommand, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => actions.command(name),
    ...(accelerator !== undefined && { accelerator }),
  });
  const openReport = command('open-report', words.openReport, 'CmdOrCtrl+O');
  const settings = command('settings', words.settings, 'CmdOrCtrl+,');
  const about = command('about', words.about);
  const quit: MenuItemConstructorOptions = { role: 'quit', label: words.quit, accelerator: 'CmdOrCtrl+Q' };

  const file: Items = isMac
    ? [openReport, separator, { role: 'close', label: words.close, accelerator: 'CmdOrCtrl+W' }]
    : [openReport, separator, settings, separator, quit];
  const run = [command('run', words.start, 'CmdOrCtrl+Enter'), command('cancel', words.cancel)];
  const view: Items = [
    command('set-up', words.setUp, 'CmdOrCtrl+1'),
    command('diagnose', words.diagnose, 'CmdOrCtrl+2'),
    command('send', words.send, 'CmdOrCtrl+3'),
    command('settings', words.settingsScreen, 'CmdOrCtrl+4'),
    separator,
    ...zoom(words),
  ];
  const help: Items = [
    { label: words.openLogs, click: () => actions.openLogs() },
    command('save-bundle', words.saveBundle),
    ...(isMac ? [] : [separator, about]),
  ];
  return [
    ...(isMac ? [{ label: 'Waypost', submenu: macApp(words, about, settings, quit) }] : []),
    { label: words.file, submenu: file },
    { label: words.edit, submenu: edit(words, command('copy-report', words.copyReport, 'CmdOrCtrl+Shift+C'), isMac) },
    { label: words.run, submenu: run },
    { label: words.view, submenu: view },
    ...(isMac ? [{ label: words.window, submenu: macWindow(words) }] : []),
    { label: words.help, role: 'help', submenu: help },
  ];
}

function edit(words: MenuWords, copyReport: MenuItemConstructorOptions, isMac: boolean): Items {
  return [
    { role: 'undo', label: words.undo, accelerator: 'CmdOrCtrl+Z' },
    { role: 'redo', label: words.redo, accelerator: isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y' },
    separator,
    { role: 'cut', label: words.cut, accelerator: 'CmdOrCtrl+X' },
    { role: 'copy', label: words.copy, accelerator: 'CmdOrCtrl+C' },
    { role: 'paste', label: words.paste, accelerator: 'CmdOrCtrl+V' },
    { role: 'selectAll', label: words.selectAll, accelerator: 'CmdOrCtrl+A' },
    separator,
    copyReport,
  ];
}

function zoom(words: MenuWords): Items {
  return [
    { role: 'zoomIn', label: words.zoomIn, accelerator: 'CmdOrCtrl+Plus' },
    // The same key without shift, where plus needs it.
    {
      role: 'zoomIn',
      label: words.zoomIn,
      accelerator: 'CmdOrCtrl+=',
      visible: false,
      acceleratorWorksWhenHidden: true,
    },
    { role: 'zoomOut', label: words.zoomOut, accelerator: 'CmdOrCtrl+-' },
    { role: 'resetZoom', label: words.actualSize, accelerator: 'CmdOrCtrl+0' },
    separator,
    { role: 'togglefullscreen', label: words.fullScreen },
  ];
}

function macApp(
  words: MenuWords,
  about: MenuItemConstructorOptions,
  settings: MenuItemConstructorOptions,
  quit: MenuItemConstructorOptions,
): Items {
  return [
    about,
    separator,
    settings,
    separator,
    { role: 'hide', label: words.hide, accelerator: 'Cmd+H' },
    { role: 'hideOthers', label: words.hideOthers, accelerator: 'Cmd+Alt+H' },
    { role: 'unhide', label: words.showAll },
    separator,
    quit,
  ];
}

function macWindow(words: MenuWords): Items {
  return [{ role: 'minimize', label: words.minimize, accelerator: 'Cmd+M' }];
}
