import { type Command, CommanderError, type OutputConfiguration } from 'commander';
import { version, visibleLines } from '../core/index.ts';
import type { Actions } from './actions.ts';
import type { FaultHelp } from './commands/demo.ts';
import { complaintOf } from './complaint.ts';
import { exitCode } from './exit-code.ts';
import { buildProgram } from './program.ts';
import { print } from './render/line.ts';
import { asciiOnly } from './render/safe.ts';
import { styleOf } from './render/style.ts';
import { wrap } from './render/wrap.ts';
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
    export: async (options) => {
      const { runExport } = await import('./export/index.ts');
      code = await runExport(options, terminal);
    },
    demo: async (options) => {
      const { runDemo } = await import('./demo/index.ts');
      code = await runDemo(options, terminal);
    },
    completion: async (shell) => {
      const { completionScript } = await import('./completion/index.ts');
      terminal.stdout.write(completionScript(shell, program, await knownValues()));
    },
  };
  const program = buildProgram(actions, wantsFaults(words) ? await faultsOfDemo() : []);
  for (const command of [program, ...program.commands]) command.configureOutput(commanderOutput(terminal));
  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    return codeOfError(error, words, program, terminal);
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
    // The error itself is shown when it arrives.
    outputError: () => {},
    getOutHelpWidth: () => style(stdout).columns,
    getErrHelpWidth: () => style(stderr).columns,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  };
}

function wantsFaults(words: readonly string[]): boolean {
  const asksForHelp = words.some((word) => word === '--help' || word === '-h');
  return (words[0] === 'demo' && asksForHelp) || (words[0] === 'help' && words[1] === 'demo');
}

async function faultsOfDemo(): Promise<readonly FaultHelp[]> {
  return (await import('../lab/index.ts')).labFaults;
}

async function knownValues() {
  const { clientNames } = await import('../clients/index.ts');
  const { texts } = await import('../problems/index.ts');
  const faults = await faultsOfDemo();
  return { break: faults.map(({ id }) => id), client: clientNames, language: Object.keys(texts) };
}

function codeOfError(error: unknown, words: readonly string[], program: Command, terminal: Terminal): number {
  if (error instanceof Cancelled) return exitCode.cancelled;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCode.passed;
    if (error.code !== 'commander.help') complain(complaintOf(error, program, words), words, program, terminal);
    return exitCode.usage;
  }
  if (error instanceof UsageError) {
    complain(error, words, program, terminal);
    return exitCode.usage;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const write = commanderOutput(terminal).writeErr ?? (() => {});
  write(`waypost ${version} met an error of its own; please report it:\n${visibleLines(text).join('\n')}\n`);
  return exitCode.inconclusive;
}

/** Broken into lines for a person's eyes; in one line for a file or a program. */
function complain(
  { message }: UsageError,
  [first = '']: readonly string[],
  program: Command,
  terminal: Terminal,
): void {
  const { stderr, env, platform } = terminal;
  const style = { ...styleOf(stderr, env, platform, {}), color: false };
  const command = program.commands.some((one) => one.name() === first) ? ` ${first}` : '';
  const columns = stderr.isTTY ? style.columns : Number.POSITIVE_INFINITY;
  const lines = wrap(`waypost: ${message}`, columns, 0, 2).map((line) => print(line, style));
  stderr.write(`${[...lines, `More: waypost${command} --help`].join('\n')}\n`);
}
