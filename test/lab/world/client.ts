import type { Host } from './hosts.ts';
import { type ExecOptions, type ExecResult, inside, run } from './run.ts';

/** A machine to run commands on, as its user would. */
export interface Client {
  readonly namespace: string;
  readonly address: string;
  /** Runs a command to its end. */
  exec(argv: readonly string[], options?: ExecOptions): Promise<ExecResult>;
  /** The command line that does the same, for tests that spawn, signal or feed a process themselves. */
  command(argv: readonly string[]): readonly string[];
}

export function clientOn(host: Host): Client {
  const command = (argv: readonly string[]) => inside(host.namespace, argv);
  return {
    namespace: host.namespace,
    address: host.addresses[0],
    command,
    exec: (argv, options) => run(command(argv), options),
  };
}
