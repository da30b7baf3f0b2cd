import { randomUUID } from 'node:crypto';
import type { ChainRequest, RequestSecrets } from '../chain/request.ts';
import { version } from '../core/index.ts';
import { type EngineHost, hostEngine } from '../engine-host/index.ts';
import { initialState, type Report, reduceRun } from '../run/index.ts';
import type { Asked } from './actions.ts';
import { exitCodeOf } from './exit-code.ts';
import { type Interrupts, listenForInterrupts } from './interrupt.ts';
import type { CliOptions, OutputOptions } from './options/values.ts';
import { chooseOutput, makeSink } from './output/index.ts';
import { askSecrets } from './password/index.ts';
import { explainedOutcome } from './render/index.ts';
import { makeRequest } from './request/index.ts';
import type { Terminal } from './terminal.ts';

/** Runs a command in the engine and shows it. → exit code. Throws UsageError and Cancelled before anything starts. */
export async function runGoal(asked: Asked, options: CliOptions, terminal: Terminal): Promise<number> {
  const request = await makeRequest(asked, options);
  const interrupts = listenForInterrupts(terminal);
  // It goes on loading while the password is typed.
  const engine = hostEngine(terminal.engineThread(), version);
  try {
    const secrets = await askSecrets(request, options.passwordStdin ?? false, terminal, interrupts.signal);
    const report = await showRun(engine, request, secrets, { options, terminal, interrupts });
    return exitCodeOf(options.explain ? explainedOutcome(report) : report.outcome);
  } finally {
    engine.stop();
    interrupts.release();
  }
}

interface Stage {
  readonly options: OutputOptions;
  readonly terminal: Terminal;
  readonly interrupts: Interrupts;
}

/** Has the engine run a request and shows it as the options say. */
export async function showRun(
  engine: EngineHost,
  request: ChainRequest,
  secrets: RequestSecrets,
  { options, terminal, interrupts }: Stage,
): Promise<Report> {
  const sink = makeSink(terminal.stdout, () => interrupts.cancel());
  const output = chooseOutput(terminal, sink, options);
  const command = { type: 'run', run: randomUUID(), request, secrets } as const;
  let state = initialState;
  for await (const event of engine.run(command, interrupts.signal)) {
    state = reduceRun(state, event);
    output.show(event, state);
  }
  await output.finish(state.report);
  return state.report;
}
