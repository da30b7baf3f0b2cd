import type { OutputOptions } from '../../src/cli/options/index.ts';
import { chooseOutput, makeSink } from '../../src/cli/output/index.ts';
import { initialState, type RunEvent, reduceRun } from '../../src/run/index.ts';
import { fakeTerminal } from './fake-terminal.ts';

/** What the command line prints of a run, on a terminal or elsewhere. */
export async function shown(events: readonly RunEvent[], options: OutputOptions, isTTY = false): Promise<string> {
  const terminal = fakeTerminal({ isTTY, env: { LANG: 'C.UTF-8', TERM: 'xterm' } });
  const output = chooseOutput(
    terminal,
    makeSink(terminal.stdout, () => {}),
    options,
  );
  let state = initialState;
  for (const event of events) {
    state = reduceRun(state, event);
    output.show(event, state);
  }
  await output.finish(state.report);
  return terminal.printed();
}
