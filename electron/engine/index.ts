export { checkedEngine } from './checked.ts';
export { startEngineProcess } from './engine.ts';
export { keepSpare, type SpareEngine } from './spare.ts';
export { startUtility, type Utility } from './utility.ts';
