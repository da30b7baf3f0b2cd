import { build } from 'esbuild';

/**
 * Bundles a command line that takes the engine's script as its first argument and is the real one in everything else.
 *
 * @param outfile ends in `.mjs`
 */
export async function bundleCli(outfile: string): Promise<void> {
  const contents = `
    import { pathToFileURL } from 'node:url';
    import { startThread } from './src/cli/engine-thread.ts';
    import { processTerminal, runCli } from './src/cli/run-cli.ts';
    const [engine, ...words] = process.argv.slice(2);
    process.exit(await runCli(words, processTerminal(() => startThread(pathToFileURL(engine)))));`;
  await build({
    stdin: { contents, resolveDir: new URL('../..', import.meta.url).pathname },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node18.15',
    outfile,
    logLevel: 'error',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
}
