export { isAddress } from './address.ts';
export { type Connection, connect, interleave, peerName } from './connect.ts';
export { netProblem, netTimeout } from './problem.ts';
export { expectListeners } from './run-end.ts';
export { secure, type TlsSession } from './secure.ts';
export { type Talk, talkOf } from './talk.ts';
export { createTrust, type Trust } from './trust.ts';
export { type Loss, maskedLoss, type Read, type Reader, Wire } from './wire.ts';
