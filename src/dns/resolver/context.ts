import type { Clock } from '../../core/index.ts';
import type { ResolverSettings } from '../settings.ts';
import type { ServerOrder } from './server-order.ts';

export interface ResolverContext {
  readonly settings: ResolverSettings;
  readonly clock: Clock;
  readonly order: ServerOrder;
}
