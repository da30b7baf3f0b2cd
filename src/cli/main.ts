#!/usr/bin/env node
import module from 'node:module';
import { version } from '../core/version.ts';
import { exitCode } from './exit-code.ts';

// Scripts ask for the version often: nothing else is loaded for it.
if (process.argv.length === 3 && ['--version', '-V'].includes(process.argv[2] ?? '')) {
  process.stdout.write(`${version}\n`);
} else {
  // Newer versions of Node keep compiled code for the next start.
  if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache();
  void start();
}

async function start(): Promise<void> {
  // Node would end with 1, which says that a link of the chain is broken.
  process.once('uncaughtException', (error) => {
    process.stderr.write(`waypost ${version} met an error of its own; please report it:\n${error.stack}\n`);
    process.exit(exitCode.inconclusive);
  });
  const { runCli, processTerminal } = await import('./run-cli.ts');
  const terminal = processTerminal(new URL('./engine.js', import.meta.url));
  const code = await runCli(process.argv.slice(2), terminal);
  // What is written must have arrived: where pipes are asynchronous, leaving at once would cut it.
  process.stdout.write('', () => process.exit(code));
}
