import type { EventEmitter } from 'node:events';
import type { ReadStream, WriteStream } from 'node:tty';
import type { EngineProcess } from '../engine-host/index.ts';

/** The world outside as the command line sees it; handed over so that a test can be that world. */
export interface Terminal {
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  readonly stderr: WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Where SIGINT and SIGTERM are heard. */
  readonly signals: EventEmitter;
  /** How this program is called here, in a command to copy. */
  readonly program: string;
  /** The thread of the engine; it may be loading already. */
  engineThread(): EngineProcess;
  /** Has `restore` called when the program ends, in whatever way. */
  onExit(restore: () => void): void;
  exit(code: number): void;
}

/** The person ended the program before there was a run that could be cancelled. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}
