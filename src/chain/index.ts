export {
  type ChainRequest,
  type Goal,
  type RequestSecrets,
  registeredPorts,
  type Security,
  type ServicePorts,
  type TestMessage,
} from './request.ts';
export { runChain } from './run-chain.ts';
