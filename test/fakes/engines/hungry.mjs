// An engine that is fed without end.
import { parentPort } from './port.mjs';

parentPort.once('message', () => {
  const kept = [];
  for (;;) kept.push(Array.from({ length: 10_000 }, (_, i) => ({ i })));
});
