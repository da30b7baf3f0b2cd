import type { Command } from 'commander';
import type { Actions, DemoOptions } from '../actions.ts';
import { asTyped, flag, many, outputOptions, single } from '../options/index.ts';
import { addExamples, addOptions } from './add-options.ts';

/** One way to break the demo's world, as the help shows it. */
export interface FaultHelp {
  readonly id: string;
  readonly what: string;
}

const own = [
  flag('--keep', 'leave it running, and print commands to try against it', 'own'),
  many('--break <fault>', 'break something first; repeat it for more', single(asTyped), 'own'),
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
  if (faults.length > 0) command.addHelpText('after', `\nWhat --break can break:\n${faultList(faults)}`);
  command.action((options: DemoOptions) => demo(options));
}

function faultList(faults: readonly FaultHelp[]): string {
  const width = Math.max(...faults.map(({ id }) => id.length)) + 2;
  return faults.map(({ id, what }) => `  ${id.padEnd(width)}${what}`).join('\n');
}
