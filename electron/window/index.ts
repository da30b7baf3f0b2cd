export { contextMenuTemplate } from './context-menu.ts';
export { openWindow } from './create-window.ts';
export { guardContents, guardSession } from './guards.ts';
export { type MenuActions, menuTemplate } from './menu.ts';
export { menuWordsFor } from './menu-words.ts';
export { type Recoverable, recoverWindow } from './recover.ts';
export { backgroundFor } from './theme.ts';
export { type Display, fitToDisplays, rememberWindow, type WindowState } from './window-state.ts';
