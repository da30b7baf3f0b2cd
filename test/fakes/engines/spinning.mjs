// An engine whose event loop never turns again: a parser that a hostile server has caught.
import { parentPort } from './port.mjs';

parentPort.postMessage({ type: 'alive' });
parentPort.once('message', ({ run, request }) => {
  const base = { run, parent: 0 };
  const plan = [
    { id: 'dns.name', needs: [], considers: [], aside: false },
    { id: 'dc.locate', needs: ['dns.name'], considers: [], aside: false },
  ];
  const started = { type: 'run-started', version: 1, waypost: '0', startedAt: '2026-01-01T00:00:00.000Z', plan };
  const send = (event) => parentPort.postMessage({ type: 'event', event: { ...base, ...event } });
  send({ seq: 0, at: 0, ...started, parent: null, request: { goal: request.goal, options: {} } });
  send({ seq: 1, at: 1, type: 'probe-started', probe: 'dns.name' });
  for (;;);
});
