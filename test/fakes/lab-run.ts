import { randomUUID } from 'node:crypto';
import { runChain } from '../../src/chain/index.ts';
import type { ChainRequest } from '../../src/chain/request.ts';
import { registeredPorts } from '../../src/chain/request.ts';
import { startLab } from '../../src/lab/index.ts';
import type { RunEvent } from '../../src/run/index.ts';
import { aRequest } from './request.ts';

/** A real run of the real engine in the embedded world, recorded: what the window is shown. */
export async function recordLabRun(
  faults: readonly string[] = [],
  changes: Partial<ChainRequest> = {},
): Promise<readonly RunEvent[]> {
  const lab = await startLab({ faults });
  const request = aRequest({
    goal: 'diagnose',
    server: 'mail',
    user: 'alice@corp.example',
    to: ['bob@partner.example'],
    dns: [lab.dns],
    search: lab.search,
    ca: lab.ca,
    ports: { ...registeredPorts, ...lab.servicePorts },
    ...changes,
  });
  const events: RunEvent[] = [];
  try {
    const secrets = { password: lab.password, relayPassword: null };
    for await (const event of runChain(request, secrets, randomUUID(), new AbortController().signal))
      events.push(event);
  } finally {
    await lab.stop();
  }
  return events;
}
