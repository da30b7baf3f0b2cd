export { kindOf } from './kind-of.ts';
export { type Facts, type Log, openLog } from './log.ts';
