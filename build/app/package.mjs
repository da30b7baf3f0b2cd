// `npm run package`: what people install, for the platform this runs on, in dist/packages/.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'electron-builder';
import { makeDeb } from '../installer/deb.mjs';
import { makeTarball } from '../installer/tarball.mjs';
import { root } from '../project.mjs';
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
const packageSources = [...appSources, 'build/app', 'build/installer', 'build/icons'];

if (!asked['if-outdated'] || isOutdated('dist/packages/linux-unpacked/resources/app.asar', packageSources))
  await main();

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
    if (isLinux && !asked.dir) await makeLinuxPackages(manifest, runtime);
    await writeSbom({
      root,
      out: packages,
      manifest,
      metafiles: await bundled(),
      electron: await electronVersion(runtime),
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  await writeChecksums();
}

async function pack(stage, out, runtime) {
  const pristine = runtime && { dist: runtime.dist, version: testRuntimeVersion };
  const config = builderConfig({ stage, out, testRuntime: pristine, env: process.env });
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

async function takePlaces(out) {
  for (const name of await readdir(out)) {
    if (name.startsWith('builder-')) continue;
    await rm(join(packages, name), { recursive: true, force: true });
    await rename(join(out, name), join(packages, name));
  }
}

async function writeChecksums() {
  const files = (await readdir(packages, { withFileTypes: true })).filter((entry) => entry.isFile());
  const names = files
    .map(({ name }) => name)
    .filter((name) => name !== 'SHA256SUMS')
    .sort();
  const lines = await Promise.all(
    names.map(
      async (name) =>
        `${createHash('sha256')
          .update(await readFile(join(packages, name)))
          .digest('hex')}  ${name}\n`,
    ),
  );
  await mkdir(packages, { recursive: true });
  await writeFile(join(packages, 'SHA256SUMS'), lines.join(''));
}
