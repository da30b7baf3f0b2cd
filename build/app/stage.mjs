import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { notices } from '../notices.mjs';
import { packageOf, root } from '../project.mjs';

/**
 * Puts together what goes into app.asar: the bundles and a package.json that names nothing but them.
 *
 * @param folder for `app/` and, beside it, THIRD-PARTY.txt
 * @returns the package.json that was written
 */
export async function stageApp(folder) {
  const stage = join(folder, 'app');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(root, 'dist', 'app'), stage, { recursive: true });
  const { version, description, license } = await packageOf(root);
  const manifest = {
    name: 'waypost',
    productName: 'Waypost',
    desktopName: 'waypost-desktop.desktop',
    version,
    description,
    license,
    author: 'The Waypost maintainers',
    main: 'main.cjs',
  };
  await writeFile(join(stage, 'package.json'), JSON.stringify(manifest, null, 2));
  await writeFile(join(folder, 'THIRD-PARTY.txt'), await notices(root, await bundled()));
  return manifest;
}

/** What esbuild says is inside the app. */
export async function bundled() {
  const read = async (name) => JSON.parse(await readFile(join(root, 'dist', name), 'utf8'));
  return [...(await read('app-meta.json')), await read('engine-meta.json')];
}
