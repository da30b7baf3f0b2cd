import { EventEmitter } from 'node:events';
import type { BrowserWindow, Menu, MenuItemConstructorOptions, NativeTheme } from 'electron';
import { expect, it } from 'vitest';
import type { Settings } from '../../../../electron/contract.ts';
import { dressWindow } from '../../../../electron/window/index.ts';
import { anAppInfo } from '../../../fakes/app-info.ts';

/** A window with a wardrobe that shows what was put on. */
function dressed(first: Partial<Settings> = {}, locale = 'en-GB') {
  let settings: Settings = { ...anAppInfo().settings, ...first };
  let told = (_: Settings) => {};
  const menus: MenuItemConstructorOptions[][] = [];
  const popups: MenuItemConstructorOptions[][] = [];
  const backgrounds: string[] = [];
  const theme = Object.assign(new EventEmitter(), {
    themeSource: 'system',
    shouldUseDarkColors: false,
    shouldUseHighContrastColors: false,
  });
  const menu = {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => ({ template, popup: () => popups.push(template) }),
    setApplicationMenu: ({ template }: { template: MenuItemConstructorOptions[] }) => menus.push(template),
  };
  const contents = new EventEmitter();
  const window = {
    webContents: contents,
    isDestroyed: () => false,
    setBackgroundColor: (color: string) => backgrounds.push(color),
  };
  dressWindow(
    window as unknown as BrowserWindow,
    { Menu: menu as unknown as typeof Menu, nativeTheme: theme as unknown as NativeTheme },
    {
      settings: {
        get: () => settings,
        onChange: (take) => {
          told = take;
        },
      },
      locale,
      platform: 'linux',
      actions: { command() {}, openLogs() {} },
    },
  );
  const change = (changes: Partial<Settings>) => {
    settings = { ...settings, ...changes };
    told(settings);
  };
  const titles = () => menus.map(([file]) => file?.label);
  return { change, titles, theme, backgrounds, contents, popups };
}

it('has the menu in the language of the settings, and anew when that changes', () => {
  const { change, titles } = dressed({ language: 'system' }, 'de-DE');
  change({ language: 'en' });
  change({ timeout: 30 });
  expect(titles()).toEqual(['Datei', 'File']);
});

it('shows light or dark as the settings say', () => {
  const { change, theme } = dressed({ appearance: 'dark' });
  expect(theme.themeSource).toBe('dark');
  change({ appearance: 'system' });
  expect(theme.themeSource).toBe('system');
});

it('keeps what is behind the page in its colours', () => {
  const { theme, backgrounds } = dressed();
  theme.emit('updated');
  theme.emit('updated', Object.assign(theme, { shouldUseDarkColors: true }));
  theme.emit('updated', Object.assign(theme, { shouldUseHighContrastColors: true }));
  expect(backgrounds).toEqual(['#fafafa', '#1f1f1f', '#000000']);
});

it('opens a context menu where it has something to offer', () => {
  const { contents, popups } = dressed();
  const editFlags = { canCut: false, canCopy: true, canPaste: false, canSelectAll: true };
  contents.emit('context-menu', {}, { isEditable: false, selectionText: '', editFlags });
  contents.emit('context-menu', {}, { isEditable: false, selectionText: 'dc1', editFlags });
  expect(popups.map(([item]) => item?.role)).toEqual(['copy']);
});
