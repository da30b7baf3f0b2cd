import type { ChainPorts } from './ports.ts';

/** What takes the passwords of a run out of text that a server sent. */
export function maskOf({ password, relayPassword }: Pick<ChainPorts, 'password' | 'relayPassword'>) {
  return (text: string) =>
    [password, relayPassword].reduce((masked, secret) => secret?.maskedIn(masked) ?? masked, text);
}
