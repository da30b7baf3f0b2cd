#!/usr/bin/env node
import module from 'node:module';
import { visibleLines } from '../core/text.ts';
import { version } from '../core/version.ts';
import { startThread } from './engine-thread.ts';
import { exitCode } from './exit-code.ts';

const words = process.argv.slice(2);
const needEngine = ['diagnose', 'resolve', 'locate-dc', 'sign-in', 'route', 'send', 'discover', 'set-up', 'demo'];

// Scripts ask for the version often: nothing else is loaded for it.
if (words.length === 1 && ['--version', '-V'].includes(words[0] ?? '')) {
  process.stdout.write(`${version}\n`);
} else {
  // Newer versions of Node keep compiled code for the next start.
  if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache();
  void start();
}

async function start(): Promise<void> {
  // Node would end with 1, which says that a link of the chain is broken.
  process.once('uncaughtException', (error) => {
    process.stderr.write(
      `waypost ${version} met an error of its own; please report it:\n${visibleLines(error.stack ?? error.message).join('\n')}\n`,
    );
    process.exit(exitCode.inconclusive);
  });
  const begin = () => startThread(new URL('./engine.cjs', import.meta.url));
  // The engine loads beside the rest of the program, on another processor where there is one.
  const early = needEngine.includes(words[0] ?? '') && !words.includes('--help') ? begin() : null;
  const { runCli, processTerminal } = await import('./run-cli.ts');
  const terminal = processTerminal(() => early ?? begin());
  const code = await runCli(words, terminal);
  // What is written must have arrived: where pipes are asynchronous, leaving at once would cut it.
  process.stdout.write('', () => process.exit(code));
}
