/** One line for the server, and what of it may be seen by people. */
export interface Command {
  readonly line: string;
  readonly shown: string;
}

/** A command without anything secret in it. */
export function plainCommand(line: string): Command {
  return { line, shown: line };
}

/** The octets of a command. A line break inside would be a second command: nothing of ours makes one. */
export function octetsOf({ line, shown }: Command): string {
  if (/[\r\n\0]/.test(line)) throw new Error(`not one command: ${shown}`);
  return `${line}\r\n`;
}
