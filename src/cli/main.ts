#!/usr/bin/env node
import module from 'node:module';
import { basename, relative } from 'node:path';
import { version } from '../core/version.ts';
import type { Terminal } from './terminal.ts';

// Scripts ask for the version often: nothing else is loaded for it.
if (process.argv.length === 3 && ['--version', '-V'].includes(process.argv[2] ?? '')) {
  process.stdout.write(`${version}\n`);
} else {
  // Newer versions of Node keep compiled code for the next start.
  if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache();
  void start();
}

async function start(): Promise<void> {
  const { runCli } = await import('./run-cli.ts');
  const terminal: Terminal = {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    platform: process.platform,
    signals: process,
    program: programName(process.argv[1] ?? ''),
    engine: new URL('./engine.js', import.meta.url),
    onExit: (restore) => process.once('exit', restore),
    exit: (code) => process.exit(code),
  };
  process.exit(await runCli(process.argv.slice(2), terminal));
}

/** How to call this program again: by its name where it is installed, else the way it was called now. */
function programName(script: string): string {
  if (process.env['npm_command'] === 'exec') return 'npx waypost';
  const name = relative(process.cwd(), script);
  return basename(script) === 'waypost' ? 'waypost' : `node ${/^[\w./\\-]+$/.test(name) ? name : `"${name}"`}`;
}
