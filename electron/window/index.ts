export { contextMenuTemplate } from './context-menu.ts';
export { openWindow } from './create-window.ts';
export { dressWindow, putMenu } from './dress-window.ts';
export { guardContents, guardSession } from './guards.ts';
export { menuTemplate } from './menu.ts';
export { menuWordsFor } from './menu-words.ts';
export { type Recoverable, recoverWindow } from './recover.ts';
