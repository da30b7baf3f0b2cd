import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const packageFolder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/**
 * The packages of which at least a byte is in a bundle, in the order of their folders.
 *
 * @param root folder that holds node_modules
 * @param metafiles what esbuild says about its outputs
 */
export async function packagesIn(root, metafiles) {
  const outputs = metafiles.flatMap((metafile) => Object.values(metafile.outputs));
  const inputs = outputs.flatMap(({ inputs: files }) => Object.entries(files));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file);
  const folders = new Set(used.flatMap((file) => packageFolder.exec(file)?.[0] ?? []));
  return Promise.all(
    [...folders].sort().map(async (folder) => {
      const { name, version, license } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
      return { folder: join(root, folder), name, version, license };
    }),
  );
}
