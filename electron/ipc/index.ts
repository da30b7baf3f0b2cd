export { type Handlers, type IpcServer, serveCalls } from './serve-calls.ts';
export { type EventTarget, tell } from './tell.ts';
export { isOurFrame, type SenderFrame } from './trusted-sender.ts';
export { whenReady } from './when-ready.ts';
