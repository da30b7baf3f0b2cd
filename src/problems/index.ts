export { bounded } from './bounded.ts';
export { catalogue, isKnownCode, type KnownCode } from './catalogue/index.ts';
export { describe, withoutConsequences } from './describe.ts';
export { ended } from './ended.ts';
export type { ProblemText, Severity } from './entry.ts';
export { ownerOf } from './owner.ts';
export { problem } from './problem.ts';
export { explainStatus } from './status-codes.ts';
export { type Language, texts } from './texts/index.ts';
