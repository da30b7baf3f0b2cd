import { CommanderError, type OutputConfiguration } from 'commander';
import { version, visibleLines } from '../core/index.ts';
import type { Actions } from './actions.ts';
import type { FaultHelp } from './commands/demo.ts';
import { exitCode } from './exit-code.ts';
import { buildProgram } from './program.ts';
import { asciiOnly } from './render/safe.ts';
import { styleOf } from './render/style.ts';
import { Cancelled, type Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export { processTerminal } from './process-terminal.ts';

/** Does what a command line says. → exit code. `words` are those after the program's name. */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = exitCode.passed;
  const actions: Actions = {
    run: async (asked, options) => {
      const { runGoal } = await import('./run-goal.ts');
      code = await runGoal(asked, options, terminal);
    },
    demo: async (options) => {
      const { runDemo } = await import('./demo/index.ts');
      code = await runDemo(options, terminal);
    },
    completion: async (shell) => {
      const { completionScript } = await import('./completion/index.ts');
      terminal.stdout.write(completionScript(shell, program, await faultsOfDemo()));
    },
  };
  const program = buildProgram(actions, wantsFaults(words) ? await faultsOfDemo() : []);
  for (const command of [program, ...program.commands]) command.configureOutput(commanderOutput(terminal));
  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    return codeOfError(error, words, terminal);
  }
}

/** Help and complaints as everything else is shown: as wide as the window, and in ASCII where that is all there is. */
function commanderOutput({ stdout, stderr, env, platform }: Terminal): OutputConfiguration {
  const style = (stream: Terminal['stdout']) => styleOf(stream, env, platform, {});
  const show = (stream: Terminal['stdout']) => (text: string) =>
    void stream.write(style(stream).unicode ? text : asciiOnly(text));
  return {
    writeOut: show(stdout),
    writeErr: show(stderr),
    outputError: (text, write) => write(visibleLines(text.replace(/^error: /, 'waypost: ')).join('\n')),
    getOutHelpWidth: () => style(stdout).columns,
    getErrHelpWidth: () => style(stderr).columns,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  };
}

function wantsFaults(words: readonly string[]): boolean {
  return words[0] === 'demo' && words.some((word) => word === '--help' || word === '-h');
}

async function faultsOfDemo(): Promise<readonly FaultHelp[]> {
  return (await import('../lab/index.ts')).labFaults;
}

function codeOfError(error: unknown, words: readonly string[], terminal: Terminal): number {
  const complain = commanderOutput(terminal).writeErr ?? (() => {});
  if (error instanceof Cancelled) return exitCode.cancelled;
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.passed : exitCode.usage;
  if (error instanceof UsageError) {
    const command = words[0]?.startsWith('-') ? '' : ` ${words[0] ?? ''}`;
    complain(`waypost: ${error.message}\nMore: waypost${command} --help\n`);
    return exitCode.usage;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  complain(`waypost ${version} met an error of its own; please report it:\n${text}\n`);
  return exitCode.inconclusive;
}
