export { type Handlers, serveCalls } from './serve-calls.ts';
export { tell } from './tell.ts';
export { isOurFrame } from './trusted-sender.ts';
export { whenReady } from './when-ready.ts';
