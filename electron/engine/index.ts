export { startEngineProcess } from './engine.ts';
export { keepSpare } from './spare.ts';
export { startUtility, type Utility } from './utility.ts';
