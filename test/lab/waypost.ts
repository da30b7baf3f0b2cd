import { fileURLToPath } from 'node:url';
import type { Report } from '../../src/run/index.ts';
import type { Client, World } from './world/index.ts';

export const program = fileURLToPath(new URL('../../dist/waypost.js', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly report: Report;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

export interface RunOptions {
  readonly password?: string;
  readonly on?: Client;
}

/** Runs the built command on a client of the world, with `--json`, and reads its report. */
export async function waypost(world: World, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { password, on = world.client } = options;
  const secret = password === undefined ? [] : ['--password-stdin'];
  const trust = ['resolve', 'route'].includes(args[0] ?? '') ? [] : ['--ca', world.ca];
  const argv = [process.execPath, program, ...args, ...secret, ...trust, '--json'];
  const { code, stdout, stderr, milliseconds } = await on.exec(argv, {
    timeout: 60_000,
    ...(password !== undefined && { input: `${password}\n` }),
  });
  if (!stdout.startsWith('{')) throw new Error(`no report (exit code ${code}): ${stderr}${stdout}`);
  return { code, report: JSON.parse(stdout) as Report, stdout, stderr, milliseconds };
}

/** The codes of all problems of a report, in chain order. */
export function codes(report: Report): string[] {
  return report.probes.flatMap(({ problems }) => problems.map(({ code }) => code));
}

export function outcomeOf(report: Report, probe: string): string | undefined {
  return report.probes.find(({ id }) => id === probe)?.outcome;
}
