import type { RunEvent } from '../../src/run/index.ts';
import type { Opened } from '../contract.ts';

/** What a file or the history held, whole; the window gets it in parts. */
export type Whole =
  | { readonly kind: 'events'; readonly events: readonly RunEvent[] }
  | Exclude<Opened, { kind: 'events' }>;
