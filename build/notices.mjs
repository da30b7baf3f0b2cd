import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const packageFolder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/**
 * The licences of the packages that went into a bundle: their terms ask for them to stay with every copy.
 *
 * @param root folder that holds node_modules
 * @param metafiles what esbuild says about its inputs
 */
export async function notices(root, metafiles) {
  const inputs = metafiles.flatMap(({ inputs: files }) => Object.keys(files));
  const folders = new Set(inputs.flatMap((file) => packageFolder.exec(file)?.[0] ?? []));
  const texts = await Promise.all([...folders].sort().map((folder) => notice(join(root, folder))));
  return `Waypost contains parts of these packages.\n\n${texts.join('\n\n')}`;
}

async function notice(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence file; say in build/notices.mjs what its terms are`);
  const text = await readFile(join(folder, file), 'utf8');
  return `${'-'.repeat(72)}\n${name} ${version} (${license})\n\n${text.trim()}`;
}
