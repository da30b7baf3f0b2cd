import type { Goal } from '../chain/request.ts';
import type { CliOptions, OutputOptions } from './options/index.ts';

/** What a command line asks for, apart from its options. */
export interface Asked {
  readonly goal: Goal;
  /** What stands there without an option's name: a server, a person, or a destination. */
  readonly server?: string;
  readonly user?: string;
  readonly destination?: string;
}

export interface DemoOptions extends OutputOptions {
  readonly keep?: boolean;
  readonly break?: readonly string[];
  readonly send?: boolean;
  /** Milliseconds. */
  readonly timeout?: number;
}

/** What becomes of an account, and where its settings come from. */
export interface ExportOptions {
  readonly list?: boolean;
  readonly client?: string;
  /** Folder. */
  readonly out?: string;
  readonly force?: boolean;
  /** File with a report or with events. */
  readonly from?: string;
  readonly address?: string;
  readonly name?: string;
  /** URLs. */
  readonly incoming?: string;
  readonly outgoing?: string;
  readonly language?: string;
  /** Files in PEM form. */
  readonly signKey?: string;
  readonly signCertificate?: string;
  readonly signChain?: string;
}

export const shells = ['bash', 'zsh', 'powershell'] as const;
export type Shell = (typeof shells)[number];

/** Does what a command asks for, up to the last line of output. */
export interface Actions {
  readonly run: (asked: Asked, options: CliOptions) => Promise<void>;
  readonly export: (options: ExportOptions) => Promise<void>;
  readonly demo: (options: DemoOptions) => Promise<void>;
  readonly completion: (shell: Shell) => Promise<void>;
}
