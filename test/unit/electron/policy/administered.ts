import { readFileSync } from 'node:fs';
import type { Guard, GuardedFile, PolicyMachine } from '../../../../electron/policy/machine.ts';

/** A recorded output, out of test/fixtures/policy. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../../../fixtures/policy/${name}`, import.meta.url), 'utf8');
}

interface AdministeredMachine {
  readonly platform?: string;
  readonly files?: Readonly<Record<string, string | Partial<GuardedFile> | 'unreadable' | 'too-large'>>;
  /** Output by the beginning of a command line; a command that is absent fails. */
  readonly outputs?: Readonly<Record<string, string>>;
  readonly ran?: string[];
}

/** Who can write a file of an administrator, and its folder. */
export function rootGuards(path: string): readonly Guard[] {
  const folder = path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
  return [
    { path, owner: 0, mode: 0o100644 },
    { path: folder, owner: 0, mode: 0o40755 },
  ];
}

/** A machine that answers from a recording and from nothing else. Its files are an administrator's unless they say otherwise. */
export function administered({
  platform = 'linux',
  files = {},
  outputs = {},
  ran = [],
}: AdministeredMachine): PolicyMachine {
  return {
    platform,
    user: 'alice',
    environment: (name) => (name === 'ProgramData' ? 'C:\\ProgramData' : null),
    async read(path) {
      const file = files[path];
      if (file === undefined) return 'absent';
      if (file === 'unreadable' || file === 'too-large') return file;
      if (typeof file === 'string') return { content: Buffer.from(file), guards: rootGuards(path) };
      return { content: file.content ?? Buffer.from('{"version":1}'), guards: file.guards ?? rootGuards(path) };
    },
    async run(command, args) {
      const line = [command, ...args].join(' ');
      ran.push(line);
      return Object.entries(outputs).find(([start]) => line.startsWith(start))?.[1] ?? null;
    },
  };
}
