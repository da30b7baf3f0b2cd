import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of JavaScript, compressed with gzip, that the first screen loads: the first script, and what it imports statically. */
export async function firstScreenSize(ui: string): Promise<number> {
  const seen = new Set<string>();
  const sizes = await sizesOf(join(ui, 'main.js'), seen);
  // The words of the language come before the first screen, too.
  const words = /import\("(\.\/parts\/en-[^"]+)"\)/.exec(await everything(seen))?.[1];
  const more =
    words === undefined ? [] : await sizesOf(join(ui, words.startsWith('./parts') ? words : `parts/${words}`), seen);
  return [...sizes, ...more].reduce((sum, size) => sum + size, 0);
}

async function sizesOf(file: string, seen: Set<string>): Promise<number[]> {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = await readFile(file, 'utf8');
  const imported = [...text.matchAll(/(?:^|[;}])import(?:[^"'()]*from)?"([^"]+)"/g)].map(([, name = '']) => name);
  const inner = await Promise.all(imported.map((name) => sizesOf(join(dirname(file), name), seen)));
  return [gzipSync(text, { level: 9 }).length, ...inner.flat()];
}

async function everything(files: ReadonlySet<string>): Promise<string> {
  return (await Promise.all([...files].map((file) => readFile(file, 'utf8')))).join('\n');
}
