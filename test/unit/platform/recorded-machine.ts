import { readFileSync } from 'node:fs';
import type { OsRecorder } from '../../../src/platform/index.ts';

/** A recorded output, out of test/fixtures/platform. */
export function fixture(path: string): string {
  return readFileSync(new URL(`../../fixtures/platform/${path}`, import.meta.url), 'utf8');
}

export interface Recording {
  readonly platform?: string;
  readonly hostname?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly links?: Readonly<Record<string, string>>;
  /** Output by command line, as `tool argument argument`; a command that is absent fails. */
  readonly outputs?: Readonly<Record<string, string>>;
  readonly resolverServers?: readonly string[];
}

export interface RecordedMachine extends OsRecorder {
  /** The command lines that were run. */
  readonly ran: string[];
}

/** A machine that answers from a recording and from nothing else. */
export function recordedMachine(recording: Recording): RecordedMachine {
  const files = recording.files ?? {};
  const ran: string[] = [];
  return {
    ran,
    platform: recording.platform ?? 'linux',
    hostname: recording.hostname ?? 'laptop',
    environment: (name) => recording.environment?.[name] ?? null,
    readFile: async (path) => files[path] ?? null,
    realPath: async (path) => recording.links?.[path] ?? (path in files ? path : null),
    list: async (folder) =>
      Object.keys(files)
        .filter((path) => path.slice(0, path.lastIndexOf('/')) === folder)
        .sort(),
    run: async (command, args) => {
      const line = [command, ...args].join(' ');
      ran.push(line);
      const known = Object.entries(recording.outputs ?? {}).find(([start]) => line.startsWith(start));
      return known?.[1] ?? null;
    },
    resolverServers: () => recording.resolverServers ?? [],
  };
}

/** A signal that never fires. */
export const NEVER = new AbortController().signal;
