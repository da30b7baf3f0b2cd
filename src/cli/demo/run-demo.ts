import { version } from '../../core/index.ts';
import { hostEngine } from '../../engine-host/index.ts';
import { type Lab, labFaults, startLab } from '../../lab/index.ts';
import type { DemoOptions } from '../actions.ts';
import { exitCodeOf } from '../exit-code.ts';
import { type Interrupts, listenForInterrupts } from '../interrupt.ts';
import { print, type Style, styleOf, wrap } from '../render/index.ts';
import { makeRequest } from '../request/index.ts';
import { showRun } from '../run-goal.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { arrivalText } from './arrival.ts';
import { recipient, sender, server, worldOptions } from './cast.ts';
import { keepRunning } from './keep.ts';

/** Runs the whole chain in the embedded world, by the same engine and on the same screen as in the real one. → exit code. */
export async function runDemo(options: DemoOptions, terminal: Terminal): Promise<number> {
  const interrupts = listenForInterrupts(terminal);
  const lab = await startWorld(options.break ?? []);
  try {
    return await runInside(lab, options, terminal, interrupts);
  } finally {
    interrupts.release();
    await lab.stop();
  }
}

function paragraphs(texts: readonly string[], style: Style): string {
  const lines = texts.flatMap((text) => wrap(text, style.columns));
  return lines.map((line) => `${print(line, style)}\n`).join('');
}

/** What is wrong behind the relay is nothing that a sender can see; only asking for the route shows it. */
function needsRoute(broken: readonly string[]): boolean {
  const expected = labFaults.filter(({ id }) => broken.includes(id)).map(({ expects }) => expects);
  return expected.length > 0 && expected.every((code) => code.startsWith('mx.'));
}

/** What shows only to who looks for settings, or sets up an account with them: as long as nothing else is broken. */
function goalFor(broken: readonly string[]): 'discover' | 'set-up' | null {
  const goals = labFaults.filter(({ id }) => broken.includes(id)).map(({ goal = null }) => goal);
  if (goals.length === 0 || goals.includes(null)) return null;
  return goals.includes('set-up') ? 'set-up' : 'discover';
}

/** Who names the server does not ask DNS for it. */
function findsServer(broken: readonly string[]): boolean {
  return labFaults.some((fault) => fault.findsServer && broken.includes(fault.id));
}

function unknownFault(id: string): string {
  const [start = ''] = id.split('-');
  const like = labFaults.filter((fault) => fault.id.startsWith(start)).map((fault) => fault.id);
  const perhaps = like.length > 0 && like.length < 12 ? `; perhaps you mean ${like.join(', ')}` : '';
  return `there is no such fault${perhaps}; waypost demo --help lists all`;
}

async function startWorld(faults: readonly string[]): Promise<Lab> {
  const unknown = faults.find((id) => labFaults.every((fault) => fault.id !== id));
  if (unknown !== undefined) {
    throw new UsageError('--break', unknown, unknownFault(unknown));
  }
  return startLab({ faults });
}

async function runInside(lab: Lab, options: DemoOptions, terminal: Terminal, interrupts: Interrupts): Promise<number> {
  const { timeout, send } = options;
  const showsRoute = needsRoute(options.break ?? []);
  const goal = showsRoute ? 'route' : (goalFor(options.break ?? []) ?? 'diagnose');
  const destination = { route: recipient, discover: sender, 'set-up': undefined, diagnose: undefined }[goal];
  const request = await makeRequest(
    { goal, ...(destination !== undefined && { destination }) },
    {
      ...worldOptions(lab),
      ...(showsRoute && { smtpPort: lab.ports.gateway }),
      ...(!findsServer(options.break ?? []) && { server }),
      user: sender,
      // Only whoever writes to themselves can see it arrive, and only whoever asks hears what became of the rest.
      to: goal === 'set-up' ? [sender, recipient] : [recipient],
      dsn: goal === 'set-up',
      ...(timeout !== undefined && { timeout }),
      ...(send !== undefined && { send }),
    },
  );
  const engine = hostEngine(terminal.engineThread(), version);
  const secrets = { password: lab.password, relayPassword: null };
  const stage = { options, terminal, interrupts };
  const report = await showRun(engine, { ...request, ca: lab.ca }, secrets, stage);
  // In JSON, stdout belongs to the report alone.
  const beside = options.json || options.jsonLines ? terminal.stderr : terminal.stdout;
  const arrival = report.chain.custody?.state === 'accepted' ? [await arrivalText(lab)] : [];
  const notes = lab.notes.map((note) => `Note: ${note}`);
  beside.write(paragraphs([...arrival, ...notes], styleOf(beside, terminal.env, terminal.platform, options)));
  if (options.keep && !interrupts.signal.aborted) await keepRunning(lab, beside, terminal, interrupts.signal);
  return exitCodeOf(report.outcome);
}
