import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project.mjs';

const engineSources = ['src', 'build/bundle.mjs', 'package-lock.json'];
export const appSources = [
  ...engineSources,
  'electron',
  'renderer',
  'build/app/bundle.mjs',
  'build/app/first-screen.mjs',
];

/** The latest change below some files or folders of the repository, in ms since 1970. */
export function latestChange(paths) {
  return Math.max(...paths.map((path) => changed(join(root, path))));
}

function changed(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => changed(join(path, name))));
}

/** Is something missing, or older than what it is made of? */
export function isOutdated(made, paths) {
  const file = join(root, made);
  return !existsSync(file) || statSync(file).mtimeMs < latestChange(paths);
}

/** Builds what Electron loads, as far as it is older than its sources. */
export function buildIfOutdated() {
  const engine = isOutdated('dist/engine.cjs', engineSources);
  if (engine) step('build/bundle.mjs');
  if (engine || isOutdated('dist/app/engine.cjs', appSources)) step('build/app/bundle.mjs');
}

function step(script) {
  const { status } = spawnSync(process.execPath, [join(root, script)], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${script} failed`);
}
