export { catalogue, isKnownCode, type KnownCode } from './catalogue/index.ts';
export { describe, ownerOf, type ProblemDescription, withoutConsequences } from './describe.ts';
export { ended } from './ended.ts';
export type { CatalogueEntry, ProblemText, Severity } from './entry.ts';
export { type ArgsOf, type ProblemDetails, problem } from './problem.ts';
export { explainStatus, type StatusExplanation } from './status-codes.ts';
export { type Language, texts } from './texts/index.ts';
