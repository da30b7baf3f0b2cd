/** A form as it was typed → the request that it stands for, or everything that is wrong with it. */
export type { Invalid } from './faultfinder.ts';
export { type MadeRequest, makeRequest, type World } from './make-request.ts';
export { checkPasswords, signsIn } from './passwords.ts';
