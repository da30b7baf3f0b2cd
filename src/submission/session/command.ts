/** One line for the server, and what of it may be seen by people. */
export interface Command {
  readonly line: string;
  readonly shown: string;
}

/** A command without anything secret in it. */
export function plainCommand(line: string): Command {
  return { line, shown: line };
}

export const commands = {
  ehlo: (name: string) => plainCommand(`EHLO ${name}`),
  startTls: plainCommand('STARTTLS'),
  data: plainCommand('DATA'),
  reset: plainCommand('RSET'),
  quit: plainCommand('QUIT'),
} as const;

/** RFC 4954 4: AUTH, with an initial response when the mechanism starts with one. Only the mechanism is shown. */
export function authCommand(mechanism: string, initialResponse?: string): Command {
  const start = `AUTH ${mechanism}`;
  if (initialResponse === undefined) return plainCommand(start);
  return { line: `${start} ${initialResponse}`, shown: `${start} (credentials)` };
}

/** A further response of a SASL conversation, in base64. */
export function authResponse(response: string): Command {
  return { line: response, shown: '(credentials)' };
}

/** The octets of a command. A line break inside would be a second command: nothing of ours makes one. */
export function octetsOf({ line, shown }: Command): string {
  if (/[\r\n\0]/.test(line)) throw new Error(`not one command: ${shown}`);
  return `${line}\r\n`;
}
