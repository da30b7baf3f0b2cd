import { registeredPorts } from '../../src/chain/request.ts';
import { type Lab, labFaults, startLab } from '../../src/lab/index.ts';
import type { LabCommand, LabFacts, LabMessage } from './lab-protocol.ts';

/** The side of an Electron utility process's port that is needed here. */
interface Port {
  postMessage(message: LabMessage): void;
  once(name: 'message', take: (event: { readonly data: LabCommand }) => void): void;
}

function factsOf(lab: Lab): LabFacts {
  const { dns, search, servicePorts, ca, accounts, password, notes } = lab;
  return {
    world: {
      dns: [dns],
      search,
      ca,
      ports: { ...registeredPorts, ...servicePorts },
    },
    accounts: accounts.map(({ upn, displayName, state }) => ({ user: upn, name: displayName, state })),
    password,
    faults: labFaults.map(({ id, what, expects }) => ({ id, what, expects })),
    notes,
  };
}

async function serve(port: Port, faults: readonly string[]): Promise<void> {
  try {
    port.postMessage({ type: 'ready', facts: factsOf(await startLab({ faults })) });
  } catch (error) {
    port.postMessage({ type: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
}

// The embedded world, in a process of its own: it ends with the process.
const port = process.parentPort as unknown as Port;
port.once('message', ({ data }) => void serve(port, data.faults));
