import { execFile } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A folder to unpack anywhere and run. The same files give the same archive.
 *
 * @param unpacked what electron-builder made
 * @param isQuick for a test: larger, and made sooner
 */
export async function makeTarball({ unpacked, out, version, isQuick }) {
  const name = `waypost-${version}-linux-${process.arch}`;
  await run('tar', [
    '--create',
    `--use-compress-program=gzip -n ${isQuick ? '-1' : '-9'}`,
    `--file=${join(out, `${name}.tar.gz`)}`,
    `--directory=${dirname(unpacked)}`,
    `--transform=s,^${basename(unpacked)},${name},`,
    '--sort=name',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    `--mtime=@${process.env['SOURCE_DATE_EPOCH']}`,
    basename(unpacked),
  ]);
}
