import type { Client } from '../lab/world/index.ts';

/** What one process and its children took, in milliseconds. */
export interface Timed {
  readonly wall: number;
  /** User and system time together. */
  readonly cpu: number;
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command on a client. The shell there keeps the time: entering the client's namespace does not count. */
export async function timed(client: Client, argv: readonly string[], input = ''): Promise<Timed> {
  const keepTime = ['bash', '-c', 'TIMEFORMAT="@total %R %U %S"; time "$@"', 'bash'];
  const { code, stdout, stderr } = await client.exec([...keepTime, ...argv], {
    input,
    env: { LC_ALL: 'C.UTF-8' },
    timeout: 90_000,
  });
  const [, wall, user, system] = /@total (\S+) (\S+) (\S+)\n$/.exec(stderr) ?? [];
  if (wall === undefined) throw new Error(`${argv.join(' ')}: no time was kept\n${stderr}`);
  return { wall: 1_000 * Number(wall), cpu: 1_000 * (Number(user) + Number(system)), code, stdout, stderr };
}
