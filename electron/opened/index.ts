/** How a run that was opened gets to the window. */
export { makeRoom } from './part.ts';
export { dealParts } from './parts.ts';
export type { Whole } from './whole.ts';
