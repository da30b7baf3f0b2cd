import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

export interface ExecOptions {
  readonly input?: string | Uint8Array;
  /** Added to the environment of this process; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** Milliseconds after which the command and its children are killed. Default 20 000. */
  readonly timeout?: number;
}

export interface ExecResult {
  /** The exit code, or null when a signal ended the command. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
  readonly milliseconds: number;
}

const defaultTimeout = 20_000;

/** Runs a command to its end. Never rejects for what the command does; it rejects when the command cannot be started. */
export function run(argv: readonly string[], options: ExecOptions = {}): Promise<ExecResult> {
  const [file, ...args] = argv;
  if (file === undefined) throw new RangeError('run: an empty command');
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    // A group of its own, so that a time-out ends what the command started as well.
    const child = spawn(file, args, { detached: true, cwd: options.cwd, env: { ...process.env, ...options.env } });
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      if (child.pid !== undefined) signalGroup(child.pid);
    }, options.timeout ?? defaultTimeout);

    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdin.on('error', () => undefined); // a command may end without reading its input
    child.stdin.end(options.input ?? '');
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr, timedOut, milliseconds: performance.now() - startedAt });
    });
  });
}

/** Like `run`, and throws with the command's own words unless it exits with 0. Returns stdout. */
export async function must(argv: readonly string[], options: ExecOptions = {}): Promise<string> {
  const result = await run(argv, options);
  if (result.code === 0) return result.stdout;
  const why = result.timedOut ? 'timed out' : `exit code ${result.code}`;
  throw new Error(`${argv.join(' ')}: ${why}\n${result.stdout.slice(-2000)}\n${result.stderr.slice(-4000)}`);
}

/** The command line that runs `argv` inside a network namespace. */
export function inside(namespace: string, argv: readonly string[]): readonly string[] {
  return ['ip', 'netns', 'exec', namespace, ...argv];
}

/** Starts a server that outlives this process; what it prints goes to `log`. */
export function startDaemon(namespace: string, argv: readonly string[], log: string): void {
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, 'a');
  const [file = '', ...args] = inside(namespace, argv);
  const child = spawn(file, args, { detached: true, cwd: '/', stdio: ['ignore', output, output] });
  child.on('error', () => undefined); // readiness is polled for, which reports a server that never came up
  child.unref();
  closeSync(output);
}

function signalGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // it ended by itself in the meantime
  }
}
