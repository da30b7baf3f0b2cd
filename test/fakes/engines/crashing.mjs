// An engine that meets an error of its own in the middle of a run.
import { parentPort } from 'node:worker_threads';

parentPort.once('message', () => {
  throw new Error('something broke');
});
