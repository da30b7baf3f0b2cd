/** Files in the folders of mail clients: put there with a copy of what they replace, and taken back. */
export { codeOf } from './code-of.ts';
export { readManifest } from './manifest.ts';
export { type FileToPlace, type Placing, placeFiles } from './place.ts';
export { undoPlacing } from './take-back.ts';
