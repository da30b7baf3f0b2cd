export { kindOf } from './kind-of.ts';
export { type Log, openLog } from './log.ts';
