import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startDisplay } from '../../e2e/display.ts';
import type { Person } from './person.ts';
import { type Windows, windowsOn } from './windows.ts';

/** A screen of the person's own. */
export interface Screen {
  /** Starts a program that goes on until they leave, with whatever it has started. */
  start(argv: readonly string[]): void;
  /** Runs a command to its end. */
  exec: Person['exec'];
  readonly windows: Windows;
}

export async function screenOf(person: Person): Promise<Screen> {
  const display = await startDisplay();
  person.onLeave(display.stop);
  const env = { DISPLAY: display.name };
  return {
    windows: windowsOn(display.name),
    exec: (argv, options = {}) => person.exec(argv, { ...options, env }),
    start(argv) {
      const [file = '', ...args] = person.command(argv);
      const options = { cwd: person.home, env: { ...process.env, ...person.env, ...env }, detached: true };
      const child = spawn(file, args, { ...options, stdio: 'ignore' });
      person.onLeave(async () => {
        if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
        const ended = once(child, 'exit');
        process.kill(-child.pid, 'SIGKILL');
        await ended;
      });
    },
  };
}
