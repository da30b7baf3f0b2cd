import type { MenuItemConstructorOptions } from 'electron';
import { expect, it } from 'vitest';
import { type MenuCommand, menuCommands } from '../../../../electron/contract.ts';
import { contextMenuTemplate, menuTemplate, menuWordsFor } from '../../../../electron/window/index.ts';

const platforms = ['linux', 'win32', 'darwin'] as const;

function menu(platform: NodeJS.Platform, language: 'en' | 'de' = 'en') {
  const chosen: string[] = [];
  const actions = { command: (name: MenuCommand) => void chosen.push(name), openLogs: () => void chosen.push('logs') };
  const items = flat(menuTemplate(platform, menuWordsFor(language, 'en-GB'), actions));
  const choose = (item: MenuItemConstructorOptions | undefined) => (item?.click as (() => void) | undefined)?.();
  return { items, chosen, choose };
}

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...flat((item.submenu ?? []) as MenuItemConstructorOptions[])]);
}

it.each(platforms)('has each shortcut once on %s', (platform) => {
  const shortcuts = menu(platform).items.flatMap(({ accelerator }) => accelerator ?? []);
  const normal = shortcuts.map((shortcut) => String(shortcut).replace(/^(Cmd|Ctrl)\+/, 'CmdOrCtrl+'));
  expect(new Set(normal).size).toBe(normal.length);
});

it.each(platforms)('reaches every command on %s', (platform) => {
  const { items, chosen, choose } = menu(platform);
  for (const item of items) choose(item);
  expect(new Set(chosen)).toEqual(new Set([...menuCommands, 'logs']));
});

it.each([
  ['CmdOrCtrl+1', 'set-up'],
  ['CmdOrCtrl+2', 'diagnose'],
  ['CmdOrCtrl+3', 'send'],
  ['CmdOrCtrl+4', 'settings'],
  ['CmdOrCtrl+,', 'settings'],
  ['CmdOrCtrl+O', 'open-report'],
  ['CmdOrCtrl+Shift+C', 'copy-report'],
  ['CmdOrCtrl+Enter', 'run'],
] as const)('does with %s what people expect', (shortcut, command) => {
  for (const platform of platforms) {
    const { items, chosen, choose } = menu(platform);
    choose(items.find(({ accelerator }) => accelerator === shortcut));
    expect(chosen).toEqual([command]);
  }
});

it('speaks the language of the settings, in every item', () => {
  const labels = (language: 'en' | 'de') => menu('linux', language).items.flatMap(({ label }) => label ?? []);
  expect(labels('de')).toHaveLength(labels('en').length);
  expect(labels('de')).toContain('Testnachricht');
  for (const platform of platforms) {
    for (const { type, label } of menu(platform).items) expect(type === 'separator' || label).toBeTruthy();
  }
});

it('speaks the language of the system unless another was chosen', () => {
  expect(menuWordsFor('system', 'de-AT').quit).toBe('Beenden');
  expect(menuWordsFor('system', 'fr-FR').quit).toBe('Quit');
  expect(menuWordsFor('en', 'de-DE').quit).toBe('Quit');
  expect(menuWordsFor('pseudo', 'de-DE').quit).toBe('Quit');
});

it('offers under the right mouse button what is possible there', () => {
  const words = menuWordsFor('en', 'en-GB');
  const editFlags = { canCut: false, canCopy: true, canPaste: true, canSelectAll: true };
  const roles = (isEditable: boolean, selectionText: string) =>
    contextMenuTemplate({ isEditable, selectionText, editFlags }, words).flatMap(({ role }) => role ?? []);
  expect(roles(true, '')).toEqual(['cut', 'copy', 'paste', 'selectAll']);
  expect(roles(false, 'dc1.corp.example')).toEqual(['copy']);
  expect(roles(false, '')).toEqual([]);
});
