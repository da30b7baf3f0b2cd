import { parentPort } from 'node:worker_threads';
import { runChain } from './chain/index.ts';
import { EndedError } from './core/index.ts';
import { type EngineCommand, type EngineMessage, heartbeat } from './engine-protocol.ts';

/** The side of a message port that the engine needs: a worker thread has one, an Electron utility process another. */
interface Port {
  post(message: EngineMessage): void;
  listen(take: (command: EngineCommand) => void): void;
}

interface UtilityPort {
  postMessage(message: EngineMessage): void;
  on(name: 'message', take: (event: { readonly data: EngineCommand }) => void): void;
}

declare global {
  namespace NodeJS {
    interface Process {
      /** Only in an Electron utility process. */
      readonly parentPort?: UtilityPort;
    }
  }
}

/** Commands in, events out; one run at a time: a new one cancels the one before. */
function serve(port: Port): void {
  let current: AbortController | null = null;
  port.listen((command) => {
    // What is no command of ours neither starts a run nor cancels one.
    if (command?.type !== 'run' && command?.type !== 'cancel') return;
    current?.abort(new EndedError('cancelled'));
    if (command.type === 'cancel') return;
    current = new AbortController();
    void relay(runChain(command.request, command.secrets, command.run, current.signal), port);
  });
  port.post({ type: 'alive' });
  setInterval(() => port.post({ type: 'alive' }), heartbeat);
}

async function relay(events: AsyncIterable<Extract<EngineMessage, { type: 'event' }>['event']>, port: Port) {
  for await (const event of events) port.post({ type: 'event', event });
}

function ownPort(): Port {
  const utility = process.parentPort;
  if (utility) {
    return {
      post: (message) => utility.postMessage(message),
      listen: (take) => utility.on('message', ({ data }) => take(data)),
    };
  }
  const thread = parentPort;
  if (!thread) throw new Error('the engine runs in a worker thread or in a utility process');
  return {
    post: (message) => thread.postMessage(message),
    listen: (take) => thread.on('message', take),
  };
}

serve(ownPort());
