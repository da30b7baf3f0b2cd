import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Report } from '../../src/run/index.ts';
import type { World } from '../lab/world/index.ts';
import { type Timed, timed } from './timed.ts';

const program = join(process.env['WAYPOST_BENCH_DIST'] ?? 'dist', 'waypost.js');
const node = process.execPath;

export interface Diagnosis extends Timed {
  readonly report: Report;
  /** Milliseconds of the run alone: the process and its engine had started. */
  readonly duration: number;
}

/** The whole chain, once, ending in a message at the partner's. */
export async function diagnose(world: World, server: string, nodeOptions: readonly string[] = []): Promise<Diagnosis> {
  const { upn, password } = world.users.alice;
  const args = ['diagnose', '--server', server, '--user', upn, '--to', 'bob@partner.example'];
  const diagnosis = await run(world, args, { password, nodeOptions });
  await arrival(world, diagnosis.report.chain.custody?.messageId ?? null);
  return diagnosis;
}

interface RunOptions {
  /** Given to it by standard input. */
  readonly password?: string | undefined;
  readonly nodeOptions?: readonly string[];
}

/** Runs a command once. A run that does not pass is no measurement. */
export async function run(world: World, args: readonly string[], options: RunOptions): Promise<Diagnosis> {
  const { password, nodeOptions = [] } = options;
  const asks = password === undefined ? [] : ['--password-stdin'];
  const argv = [node, ...nodeOptions, program, ...args, ...asks, '--ca', world.ca, '--json'];
  const ended = await timed(world.client, argv, password === undefined ? '' : `${password}\n`);
  if (ended.code !== 0)
    throw new Error(`${args[0]} ended with exit code ${ended.code}\n${ended.stderr}${ended.stdout}`);
  const report = JSON.parse(ended.stdout) as Report;
  const { duration } = report;
  if (duration === null) throw new Error('the report is not finished');
  return { ...ended, report, duration };
}

/** The most memory, in bytes, that the whole process held at a time during such a run. */
export async function peakMemory(world: World, server: string): Promise<number> {
  // `maxRSS` counts every thread; the engine's thread would print it a second time.
  const tell = `import { isMainThread } from 'node:worker_threads';
    if (isMainThread) process.on('exit', () => console.error('@peak ' + process.resourceUsage().maxRSS));`;
  const { stderr } = await diagnose(world, server, ['--import', `data:text/javascript,${encodeURIComponent(tell)}`]);
  return 1_024 * Number(/@peak (\d+)/.exec(stderr)?.[1]);
}

/** Milliseconds from start to end of a process: `waypost --version`, and Node with nothing to do. */
export const startUp = {
  version: () => lifetime([program, '--version']),
  nothing: () => lifetime(['-e', '0']),
};

function lifetime(args: readonly string[]): number {
  const startedAt = performance.now();
  const { status } = spawnSync(node, args);
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with exit code ${status}`);
  return performance.now() - startedAt;
}

/** The relay passes the message on after the run: the next measurement waits until that work is done. */
async function arrival(world: World, messageId: string | null): Promise<void> {
  if (messageId === null) throw new Error('the run ended without a message');
  await world.waitForMail('bob@partner.example', { where: (message) => message.includes(messageId) });
}
