import { spawnSync } from 'node:child_process';
import { root } from '../project.mjs';

/**
 * When the sources were last changed, in seconds since 1970: what SOURCE_DATE_EPOCH asks for, so that two people who
 * package the same commit get the same files. Outside of git it is the time of this release's year.
 */
export function timeOfSources() {
  const { stdout, status } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '1767225600';
}
