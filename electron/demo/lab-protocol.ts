import type { DemoState } from '../contract.ts';
import type { World } from '../request/index.ts';

/** What goes into the process of the embedded world: once, at its start. */
export interface LabCommand {
  readonly type: 'start';
  /** Ids of faults. */
  readonly faults: readonly string[];
}

/** What the world is made of, for who knows it from outside. */
export interface LabFacts {
  readonly world: World;
  readonly accounts: readonly Readonly<DemoState['accounts'][number]>[];
  readonly password: string;
  readonly faults: readonly { readonly id: string; readonly what: string; readonly expects: string }[];
  readonly notes: readonly string[];
}

/** What comes out: where it is, or why it is not there. */
export type LabMessage =
  | { readonly type: 'ready'; readonly facts: LabFacts }
  | { readonly type: 'failed'; readonly reason: string };
