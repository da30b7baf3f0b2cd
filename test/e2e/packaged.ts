import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The packaged app's binary: made of the present sources on the test runtime unless it is there already, or the one that
 * WAYPOST_PACKAGED names.
 */
export async function packagedApp(): Promise<string> {
  const given = process.env['WAYPOST_PACKAGED'];
  if (given) return given;
  const make = ['build/app/package.mjs', '--test-runtime', '--dir', '--if-outdated'];
  await promisify(execFile)(process.execPath, make, { cwd: root });
  return fileURLToPath(new URL('../../dist/packages/linux-unpacked/waypost-desktop', import.meta.url));
}
