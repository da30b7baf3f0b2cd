/** Small JSON files in the user's data folder: never half written, and readable to their owner only. */
export { createQueue } from './in-turn.ts';
export { keepDamaged, readStored, shredThenWrite, writeStored } from './stored-file.ts';
