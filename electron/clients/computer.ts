import { mkdirSync } from 'node:fs';
import { nodeRecorder, type OsRecorder } from '../../src/platform/index.ts';
import { withoutOurs } from './environment.ts';
import { isRunning } from './processes.ts';

/** Milliseconds that are waited for a program. */
export interface Patience {
  /** To say its version; what comes later is not waited for. */
  readonly version: number;
  /** To end at once, as one does that has no display, or that lacks a library. */
  readonly start: number;
}

/** The computer of whoever runs the program, as far as its mail clients are concerned. */
export interface Computer extends Pick<OsRecorder, 'run'> {
  readonly platform: string;
  /** The person's own folder. */
  readonly home: string;
  /** What a client is started with. */
  readonly env: Readonly<Record<string, string>>;
  readonly patience: Patience;
  /** Whether a program of one of these names, as the system's list shows them, is at work in one of these folders. */
  isRunning(names: readonly string[], homes: readonly string[]): Promise<boolean>;
}

const usual: Patience = { version: 1_500, start: 1_000 };

/** The computer that this process runs on, for a person whose folder is `home`. */
export function thisComputer(home: string, env: Readonly<Record<string, string | undefined>>): Computer {
  const { platform, run } = nodeRecorder();
  const own = withoutOurs(env);
  return {
    platform,
    run,
    home,
    env: own,
    patience: usual,
    isRunning: (names, homes) => isRunning(names, homes, { platform, run }),
  };
}

/**
 * The same for the embedded world: a person whose folder goes when the program ends, so that nothing of that world gets
 * among real mail. Only where clients look for their folder in the environment.
 */
export function computerOfDemo(home: string, env: Readonly<Record<string, string | undefined>>): Computer {
  const outside = Object.entries(env).filter(([name]) => !/^XDG_(CONFIG|DATA|CACHE|STATE)_HOME$/.test(name));
  mkdirSync(home, { recursive: true, mode: 0o700 });
  return thisComputer(home, { ...Object.fromEntries(outside), HOME: home });
}
