// An engine that plays a recorded run: the JSON of its events stands in the text of the message. When it is cancelled,
// it says so. It prints, as libraries do. The events carry the id of the run that was asked for, as all that are believed.
import { parentPort } from './port.mjs';

parentPort.postMessage({ type: 'alive' });
setInterval(() => parentPort.postMessage({ type: 'alive' }), 100);
let run = '';
parentPort.on('message', (command) => {
  console.log('a library says something');
  if (command.type === 'cancel') {
    const event = { run, seq: 99, parent: 0, at: 5, type: 'run-finished', outcome: 'cancelled', problem: null };
    return parentPort.postMessage({ type: 'event', event });
  }
  run = command.run;
  const played = JSON.parse(command.request.message.text);
  for (const event of played) parentPort.postMessage({ type: 'event', event: { ...event, run } });
});
