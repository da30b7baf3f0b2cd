import type { BrowserWindow, Menu, NativeTheme } from 'electron';
import type { Settings } from '../contract.ts';
import { contextMenuTemplate } from './context-menu.ts';
import { type MenuActions, menuTemplate } from './menu.ts';
import { menuWordsFor } from './menu-words.ts';
import { backgroundFor } from './theme.ts';

/** As much of Electron as is used. */
interface Wardrobe {
  readonly Menu: Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>;
  readonly nativeTheme: NativeTheme;
}

interface MenuOptions {
  /** Of the system, BCP 47. */
  readonly locale: string;
  readonly platform: NodeJS.Platform;
  readonly actions: MenuActions;
}

interface DressOptions extends MenuOptions {
  readonly settings: { get(): Settings; onChange(take: (settings: Settings) => void): void };
}

/** Puts the menu bar up, in a language. */
export function putMenu(
  { Menu }: Pick<Wardrobe, 'Menu'>,
  language: Settings['language'],
  { locale, platform, actions }: MenuOptions,
): void {
  const template = menuTemplate(platform, menuWordsFor(language, locale), actions);
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Colours, menu bar and context menu, as the settings have them and whenever these change. */
export function dressWindow(
  window: BrowserWindow,
  { Menu, nativeTheme }: Wardrobe,
  { settings, locale, platform, actions }: DressOptions,
): void {
  let spoken: Settings['language'] | null = null;
  const words = () => menuWordsFor(settings.get().language, locale);
  const dress = ({ appearance, language }: Settings) => {
    nativeTheme.themeSource = appearance;
    if (language === spoken) return;
    spoken = language;
    putMenu({ Menu }, language, { locale, platform, actions });
  };
  dress(settings.get());
  settings.onChange(dress);
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(backgroundFor(nativeTheme));
  });
  window.webContents.on('context-menu', (_event, clicked) => {
    const template = contextMenuTemplate(clicked, words());
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
  });
}
