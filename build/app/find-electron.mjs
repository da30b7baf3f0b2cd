import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageOf, root } from '../project.mjs';
import { testRuntime, testRuntimeAt } from './test-runtime.mjs';

/**
 * The Electron to run the sources with: the declared one, which is downloaded at first use, or the test runtime where that
 * cannot be had.
 *
 * @param say tells the person what they get instead
 * @returns the program, or null when there is none
 */
export async function findElectron(say) {
  const declared = declaredElectron();
  if (declared !== null) return declared;
  const { version } = await packageOf(join(root, 'node_modules', 'electron'));
  const missing = `Electron ${version.split('.')[0]} could not be downloaded`;
  try {
    if (!testRuntimeAt().isThere) say(`${missing}; fetching an old test runtime instead (110 MB).`);
    const { electron } = await testRuntime();
    say(`${missing}; running on the old test runtime, for trying only.`);
    return electron;
  } catch (error) {
    say(`${missing}, and there is no test runtime: ${error.message.split('\n')[0]}`);
    return null;
  }
}

/** Asks in a process of its own: the package downloads when it is loaded, and prints what it thinks of that. */
function declaredElectron() {
  const script = `process.stdout.write('\\n' + require(${JSON.stringify(createRequire(import.meta.url).resolve('electron'))}))`;
  const { status, stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  return status === 0 ? (stdout.split('\n').at(-1) ?? null) : null;
}
