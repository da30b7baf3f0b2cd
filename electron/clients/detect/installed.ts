import type { clientNames } from '../../contract.ts';

/** A mail client that is on this computer. */
export interface Installed {
  /** What starts it: a program and its first arguments. */
  readonly command: readonly [program: string, ...words: string[]];
  /** Empty where it was not found out. */
  readonly version: string;
  /** What it takes for the person's folder (`~`), and for the folder of settings (`~/.config`). */
  readonly home: string;
  readonly config: string;
}

export type InstalledClients = ReadonlyMap<(typeof clientNames)[number], Installed>;
