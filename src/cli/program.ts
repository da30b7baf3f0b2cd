import { Command, Option } from 'commander';
import { version } from '../core/index.ts';
import type { Actions } from './actions.ts';
import { addCompletion } from './commands/completion.ts';
import { addDemo, type FaultHelp } from './commands/demo.ts';
import { addDiagnose } from './commands/diagnose.ts';
import { addDiscover } from './commands/discover.ts';
import { addExport } from './commands/export.ts';
import { addLocateDc } from './commands/locate-dc.ts';
import { addResolve } from './commands/resolve.ts';
import { addRoute } from './commands/route.ts';
import { addSend } from './commands/send.ts';
import { addSetUp } from './commands/set-up.ts';
import { addSignIn } from './commands/sign-in.ts';
import { groups } from './options/index.ts';

const closing = `
Exit codes:
  0    everything passed, perhaps with warnings
  1    a link of the chain is broken
  2    the command line is wrong; nothing was started
  3    inconclusive: something could not be checked, or needs your decision
  130  cancelled

Try it without a network:  waypost demo
More about a command:      waypost diagnose --help`;

/**
 * The whole command line as a tree; the actions do the work, so that help and completion load nothing else.
 *
 * @param faults what `demo --break` can break, where that is to be shown
 */
export function buildProgram(actions: Actions, faults: readonly FaultHelp[] = []): Command {
  const program = new Command('waypost')
    .description('Finds your mail server by its short name, proves that it works, and says who must fix it if not.')
    .version(version, '-V, --version', 'the version of this program')
    .helpOption('-h, --help', 'this help')
    .helpCommand('help [command]', 'the help of a command')
    .usage('<command> [options]')
    .addHelpText('after', closing)
    .showSuggestionAfterError()
    .exitOverride();
  addSetUp(program, actions.run);
  addDiagnose(program, actions.run);
  addResolve(program, actions.run);
  addLocateDc(program, actions.run);
  addSignIn(program, actions.run);
  addRoute(program, actions.run);
  addDiscover(program, actions.run);
  addExport(program, actions.export);
  addSend(program, actions.run);
  addDemo(program, actions.demo, faults);
  addCompletion(program, actions.completion);
  for (const command of program.commands) {
    const help = new Option('-h, --help', 'this help');
    command.addHelpOption(command.name() === 'completion' ? help : help.helpGroup(groups.output)).exitOverride();
  }
  return program;
}
