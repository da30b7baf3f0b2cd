import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Person } from './person.ts';

export interface Program {
  /** Ends it and whatever it has started. */
  stop(): Promise<void>;
}

/** Starts a program of the person's that goes on until it is stopped. */
export function start(person: Person, argv: readonly string[], env: Readonly<Record<string, string>> = {}): Program {
  const [file = '', ...args] = person.command(argv);
  const options = { cwd: person.home, env: { ...process.env, ...person.env, ...env }, detached: true };
  const child = spawn(file, args, { ...options, stdio: 'ignore' });
  return {
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      const ended = once(child, 'exit');
      process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
  };
}
