import type { ChainRequest } from '../../src/chain/request.ts';
import type { EngineCommand } from '../../src/engine-protocol.ts';
import type { Passwords } from './shelf.ts';

type RunCommand = Extract<EngineCommand, { type: 'run' }>;

/** What the engine is told, once; the only place of the main process that opens the passwords of a run. */
export function runCommand(run: string, request: ChainRequest, passwords: Passwords): RunCommand {
  const { password, relayPassword } = passwords;
  const secrets = { password: password?.reveal() ?? null, relayPassword: relayPassword?.reveal() ?? null };
  return { type: 'run', run, request, secrets };
}
