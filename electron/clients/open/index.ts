/** How a mail client gets an account and is started with it. */
export { handOver } from './handed-over.ts';
export { openClient } from './open.ts';
export { undoOpening } from './undo.ts';
export { ways } from './ways.ts';
