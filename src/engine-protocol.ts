import type { ChainRequest, RequestSecrets } from './chain/request.ts';
import type { RunEvent } from './run/index.ts';

/** What goes into the engine. */
export type EngineCommand =
  | { readonly type: 'run'; readonly run: string; readonly request: ChainRequest; readonly secrets: RequestSecrets }
  | { readonly type: 'cancel' };

/** What comes out of it. `alive` comes as long as its event loop turns. */
export type EngineMessage = { readonly type: 'event'; readonly event: RunEvent } | { readonly type: 'alive' };

/** Milliseconds between two signs of life. */
export const heartbeat = 250;
