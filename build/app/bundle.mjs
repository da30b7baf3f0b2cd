// Makes dist/app/: what Electron loads. The main process and the preload as CommonJS, the user interface as modules that
// load when they are needed.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { packageOf, root } from '../project.mjs';
import { directImports } from './direct-imports.mjs';
import { drawFirstScreen, pageWith } from './first-screen.mjs';

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

const react = { jsx: 'automatic', plugins: [directImports] };
const target = 'chrome114';

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
  const [first, ...results] = await Promise.all([
    drawFirstScreen({ ...common, ...react }),
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
      target,
      ...react,
    }),
    build({
      ...common,
      entryPoints: { 'first-screen': 'renderer/first-screen/first-screen.ts' },
      outdir: join(out, 'ui'),
      format: 'iife',
      target,
    }),
  ]);
  await writePages(results[1].metafile, first);
  await copyFile(join(root, 'dist', 'engine.cjs'), join(out, 'engine.cjs'));
  await writeFile(join(root, 'dist', 'app-meta.json'), JSON.stringify(results.map(({ metafile }) => metafile)));
  return results.map(({ metafile }) => metafile);
}

/** The page with nothing in it yet, and one with the first screen for each language. */
async function writePages(metafile, { screens, rules }) {
  const [page, style] = await Promise.all(
    ['index.html', 'main.css'].map((name) => readFile(join(root, 'renderer', name), 'utf8')),
  );
  const write = (name, text) => writeFile(join(out, 'ui', name), text);
  await write('main.css', style + rules);
  await write('index.html', asking(page, partsOf(metafile, 'renderer/main.tsx')));
  for (const screen of screens) {
    const parts = partsOf(metafile, 'renderer/main.tsx', `renderer/words/${screen.language}/index.ts`);
    await write(`first-${screen.language}.html`, asking(pageWith(page, screen), parts, 'later'));
  }
}

/** The parts that some sources' bundles consist of, apart from the page's own script. */
function partsOf({ outputs }, ...sources) {
  const parts = new Set();
  const add = (file) => {
    if (parts.has(file)) return;
    parts.add(file);
    for (const { path, kind } of outputs[file].imports) if (kind === 'import-statement') add(path);
  };
  for (const [file, { entryPoint }] of Object.entries(outputs)) if (sources.includes(entryPoint)) add(file);
  const ui = relative(root, join(out, 'ui')).split(sep).join('/');
  return [...parts].map((path) => path.slice(ui.length)).filter((path) => path !== '/main.js');
}

/** The page names all that it needs: it asks for that at once, rather than after reading its first script, or later. */
function asking(page, parts, rel = 'modulepreload') {
  const links = parts.map((path) => `    <link rel="${rel}" href="${path}" />\n`);
  return page.replace('  </head>', `${links.join('')}  </head>`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleApp();
