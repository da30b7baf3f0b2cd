import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Imports a module of `src/` without leaving a file behind: Node 20 cannot read TypeScript itself. */
export async function loadSource(path) {
  const entry = fileURLToPath(new URL(`../../src/${path}`, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'node20',
    write: false,
    logLevel: 'silent',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
