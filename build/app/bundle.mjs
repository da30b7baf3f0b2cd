// Makes dist/app/: what Electron loads. The main process and the preload as CommonJS, the user interface as modules that
// load when they are needed.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { packageOf, root } from '../project.mjs';
import { directImports } from './direct-imports.mjs';

/** Another folder may be given, so that two people can build at once. */
const out = resolve(root, process.argv[2] ?? join('dist', 'app'));
const { version } = await packageOf(root);

const common = {
  absWorkingDir: root,
  bundle: true,
  define: { __WAYPOST_VERSION__: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' },
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

// Sandboxed preloads and the oldest desktop runtime take nothing newer.
const shell = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node18.15',
  external: ['electron'],
  outdir: out,
  outExtension: { '.js': '.cjs' },
};

/** → the metafiles, for whoever lists what is inside. */
export async function bundleApp() {
  await rm(out, { recursive: true, force: true });
  await mkdir(join(out, 'ui'), { recursive: true });
  const results = await Promise.all([
    build({
      ...shell,
      // Each is read when it is needed; what starts with the program is small.
      entryPoints: {
        main: 'electron/main.ts',
        preload: 'electron/preload.ts',
        lab: 'electron/demo/lab-process.ts',
        updater: 'electron/updates/electron-updater.ts',
      },
    }),
    build({
      ...common,
      entryPoints: { main: 'renderer/main.tsx' },
      outdir: join(out, 'ui'),
      format: 'esm',
      splitting: true,
      chunkNames: 'parts/[name]-[hash]',
      target: 'chrome114',
      jsx: 'automatic',
      plugins: [directImports],
    }),
  ]);
  await copyFile(join(root, 'renderer', 'main.css'), join(out, 'ui', 'main.css'));
  await writeFile(join(out, 'ui', 'index.html'), await pageFor(results[1].metafile));
  await copyFile(join(root, 'dist', 'engine.cjs'), join(out, 'engine.cjs'));
  await writeFile(join(root, 'dist', 'app-meta.json'), JSON.stringify(results.map(({ metafile }) => metafile)));
  return results.map(({ metafile }) => metafile);
}

/** The page, which asks at once for all parts that its first script imports, rather than after reading that script. */
async function pageFor({ outputs }) {
  const parts = new Set();
  const add = (file) => {
    for (const { path, kind } of outputs[file].imports) {
      if (kind !== 'import-statement' || parts.has(path)) continue;
      parts.add(path);
      add(path);
    }
  };
  const ui = relative(root, join(out, 'ui')).split(sep).join('/');
  add(`${ui}/main.js`);
  const links = [...parts].map((path) => `    <link rel="modulepreload" href="${path.slice(ui.length)}" />\n`);
  const page = await readFile(join(root, 'renderer', 'index.html'), 'utf8');
  return page.replace('  </head>', `${links.join('')}  </head>`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleApp();
