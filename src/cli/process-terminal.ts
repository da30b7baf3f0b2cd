import { basename, relative } from 'node:path';
import type { EngineProcess } from '../engine-host/index.ts';
import type { Terminal } from './terminal.ts';

/** This process as a terminal. */
export function processTerminal(engineThread: () => EngineProcess): Terminal {
  // A reader that has gone, as in `waypost … | head -1`, must not end the program with a stack trace.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    platform: process.platform,
    signals: process,
    program: programName(process.argv[1] ?? ''),
    engineThread,
    onExit: (restore) => process.once('exit', restore),
    exit: (code) => process.exit(code),
  };
}

/** How to call this program again: by its name where it is installed, else the way it was called now. */
function programName(script: string): string {
  if (process.env['npm_command'] === 'exec') return 'npx waypost';
  if (basename(script) === 'waypost') return 'waypost';
  const path = relative(process.cwd(), script);
  return `node ${/^[\w./\\-]+$/.test(path) ? path : `"${path}"`}`;
}
