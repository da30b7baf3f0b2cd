// An engine that says what no engine says, before it plays a recorded run.
import { parentPort } from './port.mjs';

parentPort.postMessage({ type: 'alive' });
setInterval(() => parentPort.postMessage({ type: 'alive' }), 100);
parentPort.once('message', ({ request }) => {
  const { garbage, played } = JSON.parse(request.message.text);
  for (const message of garbage) parentPort.postMessage(message);
  for (const event of played) parentPort.postMessage({ type: 'event', event });
});
