// The engine's side of a message port, of a worker thread as well as of an Electron utility process.
import { parentPort as thread } from 'node:worker_threads';

const utility = process.parentPort;

const overUtility = () => ({
  postMessage: (message) => utility.postMessage(message),
  on: (name, take) => utility.on(name, ({ data }) => take(data)),
  once: (name, take) => utility.once(name, ({ data }) => take(data)),
});

export const parentPort = utility ? overUtility() : thread;
