// `npm run package`: what people install, for the platform this runs on, in dist/packages/.
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'electron-builder';
import { makeDeb } from '../installer/deb.mjs';
import { makeTarball } from '../installer/tarball.mjs';
import { root } from '../project.mjs';
import { writeChecksums } from '../release/checksums.mjs';
import { writeSbom } from '../sbom.mjs';
import { builderConfig } from './electron-builder.mjs';
import { appSources, buildIfOutdated, isOutdated } from './outdated.mjs';
import { bundled, stageApp } from './stage.mjs';
import { testRuntime, testRuntimeVersion } from './test-runtime.mjs';
import { timeOfSources } from './time-of-sources.mjs';

const { values: asked } = parseArgs({
  options: {
    dir: { type: 'boolean', default: false },
    'if-outdated': { type: 'boolean', default: false },
    'test-runtime': { type: 'boolean', default: false },
  },
});

const packages = join(root, 'dist', 'packages');
const isLinux = process.platform === 'linux';
const unpacked = join(packages, 'linux-unpacked');
const packageSources = [...appSources, 'build', 'LICENSE'];

/** What is made last. */
const made = asked.dir ? 'dist/packages/linux-unpacked/resources/app.asar' : 'dist/packages/SHA256SUMS';

if (!asked['if-outdated'] || isOutdated(made, packageSources)) await main();

async function main() {
  process.env['SOURCE_DATE_EPOCH'] ??= timeOfSources();
  buildIfOutdated();
  const runtime = asked['test-runtime'] ? await testRuntime() : null;
  // Somebody may be running the last one: it is replaced when the new one is whole.
  const work = join(packages, `.making-${process.pid}`);
  try {
    const manifest = await stageApp(join(work, 'stage'));
    await pack(join(work, 'stage', 'app'), join(work, 'out'), runtime);
    await takePlaces(join(work, 'out'));
    if (!asked.dir) await makePackages(manifest, runtime);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** What is handed out, beside what electron-builder has made: Linux packages, the list of parts, the checksums. */
async function makePackages(manifest, runtime) {
  if (isLinux) await makeLinuxPackages(manifest, runtime);
  const electron = await electronVersion(runtime);
  await writeSbom({ root, out: packages, manifest, metafiles: await bundled(), electron });
  await writeChecksums(packages);
}

async function pack(stage, out, runtime) {
  const pristine = runtime && { dist: runtime.dist, version: testRuntimeVersion };
  const config = builderConfig({ stage, out, testRuntime: pristine, env: process.env });
  if (!asked.dir) await removeOldFiles();
  await build({ projectDir: root, config, publish: 'never', ...(asked.dir && { dir: true }) });
}

/** A name that cannot be mistaken for something to hand out when it has the old Electron inside. */
async function makeLinuxPackages(manifest, runtime) {
  const version = runtime ? `${manifest.version}+testruntime` : manifest.version;
  const common = { unpacked, out: packages, version, isQuick: runtime !== null };
  await makeTarball(common);
  await makeDeb({ ...common, description: manifest.description });
}

async function electronVersion(runtime) {
  if (runtime) return testRuntimeVersion;
  return JSON.parse(await readFile(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version;
}

/** So that the checksums list one release, and not what is left of another. */
async function removeOldFiles() {
  for (const entry of await readdir(packages, { withFileTypes: true })) {
    if (entry.isFile()) await rm(join(packages, entry.name));
  }
}

async function takePlaces(out) {
  for (const name of await readdir(out)) {
    if (name.startsWith('builder-')) continue;
    await rm(join(packages, name), { recursive: true, force: true });
    await rename(join(out, name), join(packages, name));
  }
}
