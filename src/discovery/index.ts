export { createDecision, type Decision } from './decision.ts';
export { createWeb } from './http/web.ts';
export { questionOf } from './question.ts';
export { type Heard, mergeServers, serverKey } from './rank/merge.ts';
export { rankServers, type Standing } from './rank/rank.ts';
export type { Question, Source, SourceTools } from './source.ts';
export { askCommonNames } from './sources/common-names.ts';
export { askDns } from './sources/dns.ts';
export { askProviders } from './sources/provider/index.ts';
