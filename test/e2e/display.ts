import { type ChildProcess, spawn } from 'node:child_process';

interface Display {
  /** For DISPLAY. */
  readonly name: string;
  stop(): void;
}

/** A screen in memory that shows nothing to anybody, with a number that nobody else has. */
export function startDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-ac'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stop = () => void server.kill();
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(new Error('Xvfb does not start (Debian package xvfb)', { cause })));
    server.once('exit', () => reject(new Error('Xvfb ended before it had a screen')));
    numberOf(server, (number) => resolve({ name: `:${number}`, stop }));
  });
}

function numberOf(server: ChildProcess, take: (number: string) => void): void {
  let written = '';
  server.stdio[3]?.on('data', (chunk: Buffer) => {
    written += chunk.toString();
    if (written.endsWith('\n')) take(written.trim());
  });
}

let own: Promise<Display> | null = null;

/** The screen of this test run, or one for this process. */
export async function displayName(): Promise<string> {
  const given = process.env['DISPLAY'];
  if (given) return given;
  if (own === null) {
    own = startDisplay();
    const { stop } = await own;
    process.once('exit', stop);
  }
  return (await own).name;
}
