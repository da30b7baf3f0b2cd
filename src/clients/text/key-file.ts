import { lines } from './lines.ts';

type Value = string | number | boolean | readonly string[];
export type Entry = readonly [key: string, value: Value];
export type Section = readonly [name: string, entries: readonly Entry[]];

/** GLib's key file format (Desktop Entry Specification): what Evolution and Geary read. Values are escaped. */
export function keyFile(...sections: readonly Section[]): string {
  return sections
    .map(([name, entries]) => lines(`[${name}]`, ...entries.map(([key, value]) => `${key}=${written(value)}`)))
    .join('\n');
}

function written(value: Value): string {
  if (typeof value !== 'object') return escaped(value);
  return value.map((one) => `${escaped(one).replaceAll(';', '\\;')};`).join('');
}

function escaped(value: string | number | boolean): string {
  return String(value).replaceAll('\\', '\\\\');
}
