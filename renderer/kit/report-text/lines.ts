import { visible } from '../../../src/core/index.ts';

/** A name and its value on a line; nothing where there is no value. */
export function fact(name: string, value: string | null | undefined, indent = 2): string[] {
  return value === null || value === undefined || value === '' ? [] : [`${' '.repeat(indent)}${name}: ${value}`];
}

/** Server text on one line. */
export function shown(text: string | null | undefined): string {
  return text === null || text === undefined ? '' : visible(text);
}

export function shownList(texts: readonly string[]): string {
  return texts.map(shown).join(', ');
}

/** Lines under a heading; nothing where there are none. */
export function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, '-'.repeat(title.length), ...lines];
}
