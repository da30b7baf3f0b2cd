export interface RunOptions {
  /** Milliseconds after which the child process is killed and the answer is null. */
  readonly timeout: number;
  /** Kills the child process at once; the answer is then null. */
  readonly signal?: AbortSignal;
}

/**
 * The only part of this room that touches the machine. Nothing here throws or rejects: what cannot be read is null
 * (or empty), because a missing file or tool is an ordinary state of a machine.
 */
export interface OsRecorder {
  /** Node's `process.platform`. */
  readonly platform: string;
  readonly hostname: string;
  environment(name: string): string | null;
  readFile(path: string): Promise<string | null>;
  /** The path with all symbolic links followed. */
  realPath(path: string): Promise<string | null>;
  /** Full paths of the entries of a folder, sorted. */
  list(folder: string): Promise<readonly string[]>;
  /** Standard output of a system tool, named without its folder; null when it is absent, fails or takes too long. */
  run(command: string, args: readonly string[], options: RunOptions): Promise<string | null>;
  /** The servers that Node's own resolver would ask: the last resort. */
  resolverServers(): readonly string[];
}
