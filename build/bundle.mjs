// Makes dist/: the command line (small, the rest in chunks that load when needed) and the engine (one file, so that a
// thread, a utility process or another bundler can take it as it is).
import { chmod, readFile, rm } from 'node:fs/promises';
import { build } from 'esbuild';

const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));

// Some dependencies are CommonJS and ask for Node's own modules with require, which an ES module does not have.
const requireForCommonJs = `import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);`;

const common = {
  absWorkingDir: new URL('..', import.meta.url).pathname,
  bundle: true,
  platform: 'node',
  target: 'node18.15',
  format: 'esm',
  define: { __WAYPOST_VERSION__: JSON.stringify(version) },
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: true,
  legalComments: 'linked',
  charset: 'utf8',
  metafile: true,
  logLevel: 'warning',
  outdir: 'dist',
  banner: { js: requireForCommonJs },
};

await rm(new URL('../dist', import.meta.url), { recursive: true, force: true });
const results = await Promise.all([
  build({ ...common, entryPoints: { waypost: 'src/cli/main.ts' }, splitting: true, chunkNames: 'parts/[name]-[hash]' }),
  build({ ...common, entryPoints: { engine: 'src/engine.ts' } }),
]);
await chmod(new URL('../dist/waypost.js', import.meta.url), 0o755);

for (const { metafile } of results) {
  for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
    if (file.endsWith('.js')) console.log(`${file.padEnd(40)} ${(bytes / 1024).toFixed(1).padStart(8)} kB`);
  }
}
