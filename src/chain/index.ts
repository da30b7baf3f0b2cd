export type { ChainRequest } from './request.ts';
export { runChain } from './run-chain.ts';
