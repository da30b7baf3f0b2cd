// Makes dist/: the command line (small, the rest in chunks that load when needed) and the engine (one file, so that a
// thread, a utility process or another bundler can take it as it is).
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { notices } from './notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = fileURLToPath(new URL('../dist', import.meta.url));
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));

// Some dependencies are CommonJS and ask for Node's own modules with require, which an ES module does not have.
const requireForCommonJs = `import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);`;

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node18.15',
  format: 'esm',
  define: { __WAYPOST_VERSION__: JSON.stringify(version) },
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: true,
  legalComments: 'linked',
  metafile: true,
  logLevel: 'warning',
  outdir: dist,
  alias: { pino: './build/left-out.mjs', socks: './build/left-out.mjs' },
  banner: { js: requireForCommonJs },
  // What is there stays usable until all of the new one is known to build.
  write: false,
};

const results = await Promise.all([
  build({ ...common, entryPoints: { waypost: 'src/cli/main.ts' }, splitting: true, chunkNames: 'parts/[name]-[hash]' }),
  // CommonJS: a thread loads it sooner, and an Electron utility process takes nothing else.
  build({
    ...common,
    entryPoints: { engine: 'src/engine.ts' },
    format: 'cjs',
    banner: {},
    outExtension: { '.js': '.cjs' },
  }),
]);

const thirdParties = await notices(
  root,
  results.map(({ metafile }) => metafile),
);

// Packages lie there, too, and stay; parts have names that follow from what is in them, and would pile up.
await rm(new URL('../dist/parts/', import.meta.url), { recursive: true, force: true });
for (const { path, contents } of results.flatMap(({ outputFiles }) => outputFiles)) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
  if (/\.c?js$/.test(path)) {
    console.log(`${relative(root, path).padEnd(40)} ${(contents.length / 1024).toFixed(1).padStart(8)} kB`);
  }
}
await chmod(new URL('../dist/waypost.js', import.meta.url), 0o755);
await writeFile(new URL('../dist/THIRD-PARTY.txt', import.meta.url), thirdParties);
// For the notices of the desktop app, which has the engine inside.
await writeFile(new URL('../dist/engine-meta.json', import.meta.url), JSON.stringify(results.at(-1)?.metafile));
