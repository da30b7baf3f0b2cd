import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mit } from './licences.mjs';
import { packagesIn } from './packages-in.mjs';

/** Packages that forgot the file: their terms, as their package.json and repository state them. */
const termsOf = {
  '@fluentui/react-icons': mit('Microsoft Corporation'),
  'lazy-val': mit('Vladimir Krivosheev'),
};

/**
 * The licences of the packages that went into a bundle: their terms ask for them to stay with every copy.
 *
 * @param root folder that holds node_modules
 * @param metafiles what esbuild says about its outputs
 */
export async function notices(root, metafiles) {
  const texts = await Promise.all((await packagesIn(root, metafiles)).map(notice));
  return `Waypost contains parts of these packages.\n\n${texts.join('\n\n')}\n`;
}

async function notice({ folder, name, version, license }) {
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? termsOf[name] : await readFile(join(folder, file), 'utf8');
  if (text === undefined) throw new Error(`${name} has no licence file; say in build/notices.mjs what its terms are`);
  return `${'-'.repeat(72)}\n${name} ${version} (${license})\n\n${text.trim()}`;
}
