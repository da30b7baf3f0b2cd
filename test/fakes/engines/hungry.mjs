// An engine that is fed without end.
import { parentPort } from 'node:worker_threads';

parentPort.once('message', () => {
  const kept = [];
  for (;;) kept.push(Array.from({ length: 10_000 }, (_, i) => ({ i })));
});
