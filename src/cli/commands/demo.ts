import type { Command } from 'commander';
import type { Actions, DemoOptions } from '../actions.ts';
import { asTyped, flag, many, outputOptions, single } from '../options/index.ts';
import { print } from '../render/line.ts';
import { wrap } from '../render/wrap.ts';
import { addExamples, addExitCodes, addOptions } from './add-options.ts';

/** One way to break the demo's world, as the help shows it. */
export interface FaultHelp {
  readonly id: string;
  readonly what: string;
}

const own = [
  flag('--keep', 'leave it running, and print commands to try against it', 'own'),
  many('--break <fault>', 'break something first (see below); repeat it for more', single(asTyped), 'own'),
  flag('--no-send', 'stop once the recipients are accepted: nothing is sent', 'own'),
];

/** `faults` is empty where nobody asked for help: they live with the embedded world, which takes time to load. */
export function addDemo(program: Command, demo: Actions['demo'], faults: readonly FaultHelp[]): void {
  const command = program
    .command('demo')
    .summary('the whole chain in a small world of its own, without a network')
    .description(
      'Starts a small company on this machine (DNS, two domain controllers, a relay and a partner’s gateway), runs the whole chain in it, and shows that the message arrived. Nothing leaves the machine.',
    );
  addOptions(command, own, outputOptions);
  addExamples(command, 'waypost demo', 'waypost demo --break relay-denied', 'waypost demo --keep');
  if (faults.length > 0) {
    const width = () => command.configureOutput().getOutHelpWidth?.() ?? 80;
    command.addHelpText('after', () => `\nWhat --break can break:\n${faultList(faults, width())}`);
  }
  addExitCodes(command);
  command.action((options: DemoOptions) => demo(options));
}

/** In two columns where there is room for the second, else below each other. */
function faultList(faults: readonly FaultHelp[], width: number): string {
  const column = Math.max(...faults.map(({ id }) => id.length)) + 4;
  const lines = faults.flatMap(({ id, what }) => {
    if (width - column < 36) return [`  ${id}`, ...texts(what, width, 6)];
    const [first = '', ...more] = texts(what, width, column);
    return [`  ${id}`.padEnd(column) + first.trimStart(), ...more];
  });
  return lines.join('\n');
}

function texts(text: string, width: number, indent: number): string[] {
  return wrap(text, width, indent).map((line) => print(line, { color: false, unicode: true }));
}
