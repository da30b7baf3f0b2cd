export { type Caller, type Connection, connect, interleave, peerName, type Target } from './connect.ts';
export { netProblem, netTimeout, type Place } from './problem.ts';
export { secure, type TlsFailure, type TlsSession } from './secure.ts';
export { createTrust, type Trust } from './trust.ts';
