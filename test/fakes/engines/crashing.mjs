// An engine that meets an error of its own in the middle of a run.
import { parentPort } from './port.mjs';

parentPort.once('message', () => {
  throw new Error('something broke');
});
